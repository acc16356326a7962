import type { Key } from '../core/records/index.ts';
import {
  type Changes,
  type JobRow,
  type LogRow,
  type MessageAddress,
  type MessageRow,
  type StartLockAddress,
  type StartLockRow,
  type Store,
  type SubscriptionRow,
  TABLE_NAMES,
  type TableName,
  type Tables,
  type TimerRow,
} from '../store/port.ts';
import type { Decisions } from './decisions.ts';
import { type Instances, type LiveInstance, refreshSnapshot } from './instances.ts';
import type { KeySource } from './keys.ts';
import type { Processes } from './processes.ts';
import type { Results } from './results.ts';
import { WriteSet } from './write-set.ts';

/** What a batch works on; it outlives the batch. */
export interface BatchContext {
  readonly store: Store;
  readonly instances: Instances;
  readonly processes: Processes;
  readonly decisions: Decisions;
  readonly keys: KeySource;
  readonly results: Results;
  readonly zone: string;
}

type WriteSets = { readonly [Name in TableName]: WriteSet<Tables[Name]> };

/** Rows to read before the commands of a batch run. */
export type RowReference = readonly [TableName, Key];

/** How many jobs of a type a command of the batch will ask for. */
export interface JobDemand {
  readonly type: string;
  readonly limit: number;
}

/** The first activatable jobs of a type as they were stored when the batch began. */
interface JobPool {
  readonly rows: readonly JobRow[];
  /** There may be more of them in the store. */
  readonly isCut: boolean;
}

/**
 * The commands of one transaction. Everything they read goes through here, so that each sees what
 * those before it did; everything they write is collected here and committed at once.
 */
export class Batch {
  readonly context: BatchContext;
  /** Epoch milliseconds; one value for the whole batch. */
  readonly now: number;
  readonly #tables: WriteSets = createWriteSets();
  readonly #log: LogRow[] = [];
  readonly #touched = new Set<LiveInstance>();
  readonly #pools = new Map<string, JobPool>();
  readonly #activatable = new Set<Key>();
  readonly #afterCommit: (() => void)[] = [];

  constructor(context: BatchContext, now: number) {
    this.context = context;
    this.now = now;
  }

  /** Reads the named rows, and the instances they belong to, with one query for each table. */
  async readAhead(references: readonly RowReference[]): Promise<void> {
    const instanceKeys = new Set<Key>();
    for (const name of TABLE_NAMES) {
      const keys = references.filter(([table]) => table === name).map(([, key]) => key);
      if (keys.length === 0) continue;
      if (name === 'instance') {
        for (const key of keys) instanceKeys.add(key);
        continue;
      }
      for (const row of await this.#read(name, keys)) {
        if ('processInstanceKey' in row && row.processInstanceKey !== null) {
          instanceKeys.add(row.processInstanceKey);
        }
      }
    }
    await this.context.instances.load([...instanceKeys]);
  }

  /** Reads the jobs that several commands will ask for, with one query for each type. */
  async readJobsAhead(demands: readonly JobDemand[]): Promise<void> {
    const limits = new Map<string, number>();
    for (const { type, limit } of demands) limits.set(type, (limits.get(type) ?? 0) + limit);
    for (const [type, limit] of limits) {
      const rows = await this.context.store.activatableJobs(type, limit, []);
      this.#pools.set(type, { rows, isCut: rows.length === limit });
    }
  }

  /** A live instance, from memory where it is there. */
  async instance(key: Key): Promise<LiveInstance | undefined> {
    const cached = this.context.instances.get(key);
    if (cached !== undefined) return cached;
    if (this.#tables.instance.get(key) === null) return undefined;
    await this.context.instances.load([key]);
    return this.context.instances.get(key);
  }

  /** A row by its key. */
  async row<Name extends TableName>(name: Name, key: Key): Promise<Tables[Name] | undefined> {
    const known = this.#writes(name).get(key);
    if (known !== undefined) return known ?? undefined;
    await this.#read(name, [key]);
    return this.#writes(name).get(key) ?? undefined;
  }

  add<Name extends TableName>(name: Name, row: Tables[Name]): void {
    this.#writes(name).add(row);
  }

  replace<Name extends TableName>(name: Name, row: Tables[Name]): void {
    this.#writes(name).replace(row);
  }

  remove(name: TableName, key: Key): void {
    this.#writes(name).remove(key);
  }

  async activatableJobs(type: string, limit: number): Promise<readonly JobRow[]> {
    const writes = this.#tables.job;
    const isWanted = (row: JobRow) => row.state === 'activatable' && row.type === type;
    const pool = this.#pools.get(type);
    const pooled = writes.overlay(pool?.rows ?? [], isWanted);
    if (pool !== undefined && (pooled.length >= limit || !pool.isCut)) {
      return pooled.slice(0, limit);
    }
    const stored = await this.context.store.activatableJobs(type, limit, writes.changedKeys());
    return writes.overlay(stored, isWanted).slice(0, limit);
  }

  async jobOfElement(elementInstanceKey: Key): Promise<JobRow | undefined> {
    const stored = await this.context.store.jobsOfElement(elementInstanceKey);
    return this.#tables.job.overlay(
      stored,
      (row) => row.elementInstanceKey === elementInstanceKey,
    )[0];
  }

  async subscriptions(address: MessageAddress): Promise<readonly SubscriptionRow[]> {
    const stored = await this.context.store.subscriptions([address]);
    return this.#tables.subscription.overlay(
      stored,
      (row) => row.messageName === address.name && row.correlationKey === address.correlationKey,
    );
  }

  async messages(address: MessageAddress): Promise<readonly MessageRow[]> {
    const stored = await this.context.store.messages([address]);
    return this.#tables.message.overlay(
      stored,
      (row) => row.name === address.name && row.correlationKey === address.correlationKey,
    );
  }

  async startLock(address: StartLockAddress): Promise<StartLockRow | undefined> {
    const stored = await this.context.store.startLocks([address]);
    return this.#tables.start_lock.overlay(
      stored,
      (row) =>
        row.bpmnProcessId === address.bpmnProcessId &&
        row.correlationKey === address.correlationKey,
    )[0];
  }

  async startTimers(processDefinitionKey: Key): Promise<readonly TimerRow[]> {
    const stored = await this.context.store.startTimers(processDefinitionKey);
    return this.#tables.timer.overlay(
      stored,
      (row) => row.processDefinitionKey === processDefinitionKey,
    );
  }

  /** Adds a row to the log of something that is not an instance. */
  log(key: Key, command: string, events: readonly object[]): void {
    this.#log.push({ key, seq: 1, at: this.now, command, events: JSON.stringify(events) });
  }

  /** Adds a row to the log of an instance. */
  logInstance(instance: LiveInstance, command: string, events: readonly object[]): void {
    const text = JSON.stringify(events);
    instance.seq += 1;
    instance.bytesSinceSnapshot += text.length;
    this.#touched.add(instance);
    const { key } = instance.row;
    this.#log.push({ key, seq: instance.seq, at: this.now, command, events: text });
  }

  /** Marks a job that workers may take from now on. */
  offer(jobKey: Key): void {
    this.#activatable.add(jobKey);
  }

  /** The jobs that became activatable in this batch and still are. */
  offered(): readonly JobRow[] {
    return [...this.#activatable].flatMap((key) => {
      const row = this.#tables.job.get(key);
      return row?.state === 'activatable' ? [row] : [];
    });
  }

  /** Something to do when the batch is durable. */
  afterCommit(action: () => void): void {
    this.#afterCommit.push(action);
  }

  /** Writes everything; when it throws, nothing is written and memory must be discarded. */
  async commit(): Promise<void> {
    for (const instance of this.#touched) {
      if (this.#tables.instance.get(instance.row.key) === null) continue;
      if (instance.state.outcome !== undefined) continue;
      const row = refreshSnapshot(instance);
      if (row !== undefined) this.#tables.instance.replace(row);
    }
    await this.context.store.commit(this.#changes());
    for (const action of this.#afterCommit) action();
  }

  /** The earliest instant at which something that this batch wrote is due. */
  nextDueAt(): number {
    const { put: timers = [] } = this.#tables.timer.changes() ?? {};
    const { put: jobs = [] } = this.#tables.job.changes() ?? {};
    const { put: messages = [] } = this.#tables.message.changes() ?? {};
    let next = Number.POSITIVE_INFINITY;
    for (const { dueAt } of timers) next = Math.min(next, dueAt);
    for (const { deadlineAt } of messages) next = Math.min(next, deadlineAt);
    for (const { state, deadlineAt, backoffUntil } of jobs) {
      const at = state === 'activated' ? deadlineAt : backoffUntil;
      next = Math.min(next, at ?? Number.POSITIVE_INFINITY);
    }
    return next;
  }

  #changes(): Changes {
    const tables = Object.fromEntries(
      TABLE_NAMES.flatMap((name) => {
        const changes = this.#writes(name).changes();
        return changes === undefined ? [] : [[name, changes]];
      }),
    );
    const keyCounter = this.context.keys.reservation();
    return { tables, log: this.#log, ...(keyCounter === undefined ? {} : { keyCounter }) };
  }

  async #read<Name extends TableName>(
    name: Name,
    keys: readonly Key[],
  ): Promise<readonly Tables[Name][]> {
    const rows = await this.context.store.find(name, [...new Set(keys)]);
    this.#writes(name).remember(keys, rows);
    return rows;
  }

  #writes<Name extends TableName>(name: Name): WriteSet<Tables[Name]> {
    return this.#tables[name] as unknown as WriteSet<Tables[Name]>;
  }
}

function createWriteSets(): WriteSets {
  return {
    instance: new WriteSet(),
    job: new WriteSet(),
    timer: new WriteSet(),
    subscription: new WriteSet(),
    message: new WriteSet(),
    start_lock: new WriteSet(),
    incident: new WriteSet(),
    process: new WriteSet(),
    requirements: new WriteSet(),
    decision: new WriteSet(),
  };
}
