import pg from 'pg';
import type { Key } from '../../core/records/index.ts';
import {
  type Changes,
  type Due,
  type MessageAddress,
  type Opening,
  type StartLockAddress,
  type Store,
  StoreClosedError,
  type StoredInstance,
  StoreUnavailableError,
  UnstorableError,
} from '../port.ts';
import type {
  JobRow,
  LogRow,
  MessageRow,
  StartLockRow,
  SubscriptionRow,
  TableName,
  Tables,
  TimerRow,
} from '../rows.ts';
import { readRow, selectList } from './columns.ts';
import { commitStatement } from './commit.ts';
import { connect, type PostgresStoreOptions } from './connection.ts';
import { storableText } from './text.ts';

/** SQLSTATE classes of values that PostgreSQL will refuse again: data, constraints, limits. */
const UNSTORABLE_CLASSES: readonly string[] = ['22', '23', '54'];

/** Keeps the engine's tables in PostgreSQL, over one connection that holds the writer's lock. */
export class PostgresStore implements Store {
  readonly #options: PostgresStoreOptions;
  #client: pg.Client | undefined;

  constructor(options: PostgresStoreOptions) {
    this.#options = options;
  }

  async open(): Promise<Opening> {
    await this.close();
    const client = await connect(this.#options).catch(unavailable);
    client.once('end', () => {
      if (this.#client === client) this.#client = undefined;
    });
    this.#client = client;
    const [counter] = await this.#query<{ value: string }>('SELECT value FROM key_counter');
    return {
      keyCounter: BigInt(counter?.value ?? 0),
      processes: await this.#select('process', 'true ORDER BY t.key', []),
      requirements: await this.#select('requirements', 'true ORDER BY t.key', []),
      decisions: await this.#select('decision', 'true ORDER BY t.key', []),
    };
  }

  async instances(keys: readonly Key[]): Promise<readonly StoredInstance[]> {
    if (keys.length === 0) return [];
    const rows = await this.#query<Record<string, unknown> & { log: RawLog[] }>(
      `SELECT ${selectList('instance')}, (
        SELECT coalesce(json_agg(json_build_object('seq', l.seq, 'events', l.events)
          ORDER BY l.seq), '[]') FROM event_log l WHERE l.key = t.key AND l.seq > t.snapshot_seq
      ) AS log FROM instance t WHERE t.key = ANY ($1::bigint[])`,
      [keys],
    );
    return rows.map((raw) => ({ row: readRow('instance', raw), log: raw.log }));
  }

  find<Name extends TableName>(name: Name, keys: readonly Key[]): Promise<readonly Tables[Name][]> {
    if (keys.length === 0) return Promise.resolve([]);
    return this.#select(name, 't.key = ANY ($1::bigint[]) ORDER BY t.key', [keys]);
  }

  activatableJobs(type: string, limit: number, except: readonly Key[]): Promise<readonly JobRow[]> {
    const condition = `t.state = 'activatable' AND hashtextextended(t.type, 0)
      = hashtextextended($1, 0) AND t.type = $1 AND t.key <> ALL ($3::bigint[])
      ORDER BY t.key LIMIT $2`;
    return this.#select('job', condition, [storableText(type), limit, except]);
  }

  jobsOfElement(elementInstanceKey: Key): Promise<readonly JobRow[]> {
    const condition = 't.element_instance_key = $1::bigint ORDER BY t.key';
    return this.#select('job', condition, [elementInstanceKey]);
  }

  subscriptions(addresses: readonly MessageAddress[]): Promise<readonly SubscriptionRow[]> {
    const names = addresses.map(({ name }) => name);
    return this.#addressed('subscription', 'message_name', names, addresses);
  }

  messages(addresses: readonly MessageAddress[]): Promise<readonly MessageRow[]> {
    const names = addresses.map(({ name }) => name);
    return this.#addressed('message', 'name', names, addresses);
  }

  startLocks(addresses: readonly StartLockAddress[]): Promise<readonly StartLockRow[]> {
    const names = addresses.map(({ bpmnProcessId }) => bpmnProcessId);
    return this.#addressed('start_lock', 'bpmn_process_id', names, addresses);
  }

  startTimers(processDefinitionKey: Key): Promise<readonly TimerRow[]> {
    const condition = 't.process_definition_key = $1::bigint ORDER BY t.key';
    return this.#select('timer', condition, [processDefinitionKey]);
  }

  async due(now: number, limit: number): Promise<Due> {
    const values = [now, limit];
    return {
      timers: await this.#select('timer', 't.due_at <= $1 ORDER BY t.due_at LIMIT $2', values),
      leases: await this.#select(
        'job',
        "t.state = 'activated' AND t.deadline_at <= $1 ORDER BY t.deadline_at LIMIT $2",
        values,
      ),
      backoffs: await this.#select(
        'job',
        't.backoff_until <= $1 ORDER BY t.backoff_until LIMIT $2',
        values,
      ),
      messages: await this.#select(
        'message',
        't.deadline_at <= $1 ORDER BY t.deadline_at LIMIT $2',
        values,
      ),
    };
  }

  async nextDueAt(): Promise<number | undefined> {
    const [next] = await this.#query<{ at: string | null }>(`SELECT least(
      (SELECT min(due_at) FROM timer),
      (SELECT min(deadline_at) FROM job WHERE state = 'activated'),
      (SELECT min(backoff_until) FROM job WHERE backoff_until IS NOT NULL),
      (SELECT min(deadline_at) FROM message)) AS at`);
    const at = next?.at ?? null;
    return at === null ? undefined : Number(at);
  }

  async commit(changes: Changes): Promise<void> {
    const statement = commitStatement(changes);
    if (statement === undefined) return;
    await this.#run(statement.name, statement.text, statement.values);
  }

  async log(key: Key): Promise<readonly LogRow[]> {
    const rows = await this.#query<LogRow & { at: string }>(
      'SELECT key, seq, at, command, events FROM event_log WHERE key = $1 ORDER BY seq',
      [key],
    );
    return rows.map((row) => ({ ...row, at: Number(row.at) }));
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #select<Name extends TableName>(
    name: Name,
    condition: string,
    values: readonly unknown[],
  ): Promise<readonly Tables[Name][]> {
    const text = `SELECT ${selectList(name)} FROM ${name} t WHERE ${condition}`;
    return (await this.#query<Record<string, unknown>>(text, values)).map((raw) =>
      readRow(name, raw),
    );
  }

  /** Runs a query that is prepared once for each connection, under a name of its text. */
  #query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#run(statementName(text), text, values) as Promise<Row[]>;
  }

  async #run(name: string, text: string, values: readonly unknown[]): Promise<object[]> {
    if (this.#client === undefined) {
      throw new StoreClosedError('Expected an open store, but it is closed');
    }
    try {
      return (await this.#client.query({ name, text, values: [...values] })).rows;
    } catch (cause) {
      return unavailable(cause);
    }
  }

  #addressed<Name extends 'subscription' | 'message' | 'start_lock'>(
    name: Name,
    column: string,
    names: readonly string[],
    addresses: readonly { readonly correlationKey: string }[],
  ): Promise<readonly Tables[Name][]> {
    if (names.length === 0) return Promise.resolve([]);
    const condition = `(t.${column}, t.correlation_key) IN (
        SELECT a.name, a.key FROM unnest($1::text[], $2::text[]) AS a (name, key))
      AND hashtextextended(t.${column}, hashtextextended(t.correlation_key, 0)) IN (
        SELECT hashtextextended(a.name, hashtextextended(a.key, 0))
        FROM unnest($1::text[], $2::text[]) AS a (name, key))
      ORDER BY t.key`;
    return this.#select(name, condition, [
      names.map(storableText),
      addresses.map(({ correlationKey }) => storableText(correlationKey)),
    ]);
  }
}

/** Throws what a failure of the database means to the broker. */
function unavailable(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof pg.DatabaseError) {
    if (UNSTORABLE_CLASSES.includes(cause.code?.slice(0, 2) ?? '')) {
      throw new UnstorableError(`Expected to store a batch, but: ${reason}`, { cause });
    }
  }
  throw new StoreUnavailableError(`Expected the database to answer, but: ${reason}`, { cause });
}

type RawLog = { readonly seq: number; readonly events: string };

const statementNames = new Map<string, string>();

/** Statements with the same text are prepared once for each connection, under the same name. */
function statementName(text: string): string {
  const known = statementNames.get(text);
  if (known !== undefined) return known;
  const name = `select ${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}
