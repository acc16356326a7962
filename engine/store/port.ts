import type { Key } from '../core/records/index.ts';
import type {
  DecisionRow,
  InstanceRow,
  JobRow,
  LogRow,
  MessageRow,
  ProcessRow,
  RequirementsRow,
  StartLockRow,
  SubscriptionRow,
  TableName,
  Tables,
  TimerRow,
} from './rows.ts';

export { compareKeys } from './compare-keys.ts';
export * from './rows.ts';

/** What the broker reads when it starts; its size does not depend on the number of instances. */
export interface Opening {
  /** Keys up to this counter may have been given out. */
  readonly keyCounter: bigint;
  readonly processes: readonly ProcessRow[];
  readonly requirements: readonly RequirementsRow[];
  readonly decisions: readonly DecisionRow[];
}

/** A live instance with the events that its snapshot does not contain, oldest first. */
export interface StoredInstance {
  readonly row: InstanceRow;
  readonly log: readonly Pick<LogRow, 'seq' | 'events'>[];
}

/** Where a message goes: its name with its correlation key. */
export interface MessageAddress {
  readonly name: string;
  readonly correlationKey: string;
}

/** Whose instances a start lock keeps apart. */
export interface StartLockAddress {
  readonly bpmnProcessId: string;
  readonly correlationKey: string;
}

/** What the clock has passed. */
export interface Due {
  readonly timers: readonly TimerRow[];
  /** Activated jobs whose lease is over. */
  readonly leases: readonly JobRow[];
  /** Failed jobs whose back-off is over. */
  readonly backoffs: readonly JobRow[];
  readonly messages: readonly MessageRow[];
}

/** Rows of one table to write and to remove; a key is in one of both at most. */
export interface TableChanges<Row> {
  readonly put: readonly Row[];
  readonly remove: readonly Key[];
}

/** The net effect of one batch of commands. */
export interface Changes {
  readonly tables: { readonly [Name in TableName]?: TableChanges<Tables[Name]> };
  readonly log: readonly LogRow[];
  /** Set when keys above the reserved ones were given out. */
  readonly keyCounter?: bigint;
}

/**
 * Keeps what the broker may not forget. There is one writer: a store belongs to one broker, and
 * a second one that opens the same place is refused. Lists are in ascending order of keys.
 */
export interface Store {
  open(): Promise<Opening>;
  instances(keys: readonly Key[]): Promise<readonly StoredInstance[]>;
  find<Name extends TableName>(name: Name, keys: readonly Key[]): Promise<readonly Tables[Name][]>;
  /** The first activatable jobs of a type, leaving out `except`. */
  activatableJobs(type: string, limit: number, except: readonly Key[]): Promise<readonly JobRow[]>;
  jobsOfElement(elementInstanceKey: Key): Promise<readonly JobRow[]>;
  subscriptions(addresses: readonly MessageAddress[]): Promise<readonly SubscriptionRow[]>;
  messages(addresses: readonly MessageAddress[]): Promise<readonly MessageRow[]>;
  startLocks(addresses: readonly StartLockAddress[]): Promise<readonly StartLockRow[]>;
  startTimers(processDefinitionKey: Key): Promise<readonly TimerRow[]>;
  /** At most `limit` of each kind, the earliest first. */
  due(now: number, limit: number): Promise<Due>;
  /** When the next thing is due, whatever it is. */
  nextDueAt(): Promise<number | undefined>;
  /** Writes all changes or none. When it throws, the caller must open the store again. */
  commit(changes: Changes): Promise<void>;
  /** The log of one key, ended instances included where the store keeps them. */
  log(key: Key): Promise<readonly LogRow[]>;
  close(): Promise<void>;
}

/** The store cannot be reached, or does not say whether it has written: try again later. */
export class StoreUnavailableError extends Error {}

/** The connection was lost before anything was sent: opening the store again is enough. */
export class StoreClosedError extends StoreUnavailableError {}

/** The rows cannot be written as they are: trying again would fail again. */
export class UnstorableError extends Error {}
