import type { Key } from '../../core/records/index.ts';
import type {
  Changes,
  Due,
  MessageAddress,
  Opening,
  StartLockAddress,
  Store,
  StoredInstance,
  TableChanges,
} from '../port.ts';
import {
  type JobRow,
  type LogRow,
  type MessageRow,
  type StartLockRow,
  type SubscriptionRow,
  TABLE_NAMES,
  type TableName,
  type Tables,
  type TimerRow,
} from '../rows.ts';
import { MemoryTable } from './table.ts';

type MemoryTables = { readonly [Name in TableName]: MemoryTable<Tables[Name]> };

/** Keeps the engine's tables in memory: for tests and trials, everything ends with the process. */
export class MemoryStore implements Store {
  readonly #tables: MemoryTables = createTables();
  readonly #logs = new Map<Key, LogRow[]>();
  #keyCounter = 0n;

  async open(): Promise<Opening> {
    return {
      keyCounter: this.#keyCounter,
      processes: this.#tables.process.all(),
      requirements: this.#tables.requirements.all(),
      decisions: this.#tables.decision.all(),
    };
  }

  async instances(keys: readonly Key[]): Promise<readonly StoredInstance[]> {
    return this.#tables.instance.find(keys).map((row) => ({
      row,
      log: (this.#logs.get(row.key) ?? []).filter(({ seq }) => seq > row.snapshotSeq),
    }));
  }

  async find<Name extends TableName>(
    name: Name,
    keys: readonly Key[],
  ): Promise<readonly Tables[Name][]> {
    const table: MemoryTables[Name] = this.#tables[name];
    return table.find(keys) as Tables[Name][];
  }

  async activatableJobs(
    type: string,
    limit: number,
    except: readonly Key[],
  ): Promise<readonly JobRow[]> {
    const left = new Set(except);
    return this.#tables.job
      .findBy(ACTIVATABLE_BY_TYPE, type)
      .filter(({ key }) => !left.has(key))
      .slice(0, limit);
  }

  async jobsOfElement(elementInstanceKey: Key): Promise<readonly JobRow[]> {
    return this.#tables.job.findBy(JOB_BY_ELEMENT, elementInstanceKey);
  }

  async subscriptions(addresses: readonly MessageAddress[]): Promise<readonly SubscriptionRow[]> {
    return addresses.flatMap(({ name, correlationKey }) =>
      this.#tables.subscription.findBy(0, pair(name, correlationKey)),
    );
  }

  async messages(addresses: readonly MessageAddress[]): Promise<readonly MessageRow[]> {
    return addresses.flatMap(({ name, correlationKey }) =>
      this.#tables.message.findBy(0, pair(name, correlationKey)),
    );
  }

  async startLocks(addresses: readonly StartLockAddress[]): Promise<readonly StartLockRow[]> {
    return addresses.flatMap(({ bpmnProcessId, correlationKey }) =>
      this.#tables.start_lock.findBy(0, pair(bpmnProcessId, correlationKey)),
    );
  }

  async startTimers(processDefinitionKey: Key): Promise<readonly TimerRow[]> {
    return this.#tables.timer.findBy(0, processDefinitionKey);
  }

  async due(now: number, limit: number): Promise<Due> {
    const { timer, job, message } = this.#tables;
    return {
      timers: earliest(timer.all(), ({ dueAt }) => dueAt, now).slice(0, limit),
      leases: earliest(job.all(), leaseEnd, now).slice(0, limit),
      backoffs: earliest(job.all(), ({ backoffUntil }) => backoffUntil, now).slice(0, limit),
      messages: earliest(message.all(), ({ deadlineAt }) => deadlineAt, now).slice(0, limit),
    };
  }

  async nextDueAt(): Promise<number | undefined> {
    const jobs = this.#tables.job.all();
    const instants = [
      ...this.#tables.timer.all().map(({ dueAt }) => dueAt),
      ...jobs.map(leaseEnd),
      ...jobs.map(({ backoffUntil }) => backoffUntil),
      ...this.#tables.message.all().map(({ deadlineAt }) => deadlineAt),
    ].filter((at) => at !== null);
    return instants.length === 0
      ? undefined
      : instants.reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY);
  }

  async commit({ tables, log, keyCounter }: Changes): Promise<void> {
    if (keyCounter !== undefined) this.#keyCounter = keyCounter;
    for (const row of log) {
      const rows = this.#logs.get(row.key) ?? [];
      rows.push(row);
      this.#logs.set(row.key, rows);
    }
    for (const name of TABLE_NAMES) {
      const table = this.#tables[name] as MemoryTable<Tables[TableName]>;
      const changes: TableChanges<Tables[TableName]> | undefined = tables[name];
      if (changes !== undefined) table.change(changes);
    }
    for (const key of tables.instance?.remove ?? []) this.#logs.delete(key);
  }

  async log(key: Key): Promise<readonly LogRow[]> {
    return this.#logs.get(key) ?? [];
  }

  async close(): Promise<void> {
    // What is in memory may be opened again: a broker that recovers does so.
  }
}

const ACTIVATABLE_BY_TYPE = 0;
const JOB_BY_ELEMENT = 1;

function createTables(): MemoryTables {
  return {
    instance: new MemoryTable(),
    job: new MemoryTable<JobRow>(
      ({ state, type }) => (state === 'activatable' ? type : undefined),
      ({ elementInstanceKey }) => elementInstanceKey,
    ),
    timer: new MemoryTable<TimerRow>(
      ({ processDefinitionKey }) => processDefinitionKey ?? undefined,
    ),
    subscription: new MemoryTable<SubscriptionRow>((row) =>
      pair(row.messageName, row.correlationKey),
    ),
    message: new MemoryTable<MessageRow>(({ name, correlationKey }) => pair(name, correlationKey)),
    start_lock: new MemoryTable<StartLockRow>((row) => pair(row.bpmnProcessId, row.correlationKey)),
    incident: new MemoryTable(),
    process: new MemoryTable(),
    requirements: new MemoryTable(),
    decision: new MemoryTable(),
  };
}

function pair(name: string, correlationKey: string): string {
  return JSON.stringify([name, correlationKey]);
}

function leaseEnd({ state, deadlineAt }: JobRow): number | null {
  return state === 'activated' ? deadlineAt : null;
}

function earliest<Row>(rows: readonly Row[], at: (row: Row) => number | null, now: number): Row[] {
  return rows
    .filter((row) => (at(row) ?? Number.POSITIVE_INFINITY) <= now)
    .sort((left, right) => (at(left) ?? 0) - (at(right) ?? 0));
}
