import { LockMode, ScalarReference } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { AuditEntry } from '../domain/audit/audit-chain.ts';
import { isRejection } from '../domain/rejection.ts';
import { appendAudit } from './audit-trail.ts';
import { entities } from './entities/index.ts';
import { takeNumber } from './number-sequence.ts';
import { runSql } from './run-sql.ts';

type Where = Readonly<Record<string, unknown>>;

interface FindOptions {
  readonly orderBy?: Readonly<Record<string, 'asc' | 'desc' | undefined>>;
  readonly limit?: number;
  readonly offset?: number;
  readonly lock?: boolean;
  readonly skipLocked?: boolean;
  readonly withBytes?: boolean;
}

/** The part of the ORM that is used here, without the types of single entities. */
interface LooseManager {
  find(entity: unknown, where: Where, options: object): Promise<object[]>;
  count(entity: unknown, where: Where): Promise<number>;
  insert(entity: unknown, row: object): Promise<unknown>;
  nativeUpdate(entity: unknown, where: Where, changes: object): Promise<number>;
  nativeDelete(entity: unknown, where: Where): Promise<number>;
}

const BYTES = ['content', 'pdf'] as const;
const byName = new Map<string, (typeof entities)[number]>(
  entities.map((entity) => [entity.meta.className, entity]),
);

/** Rows by table name, inside one transaction; the adapter of the port of the use cases. */
class RowTransaction {
  readonly #em: EntityManager;
  readonly #audit: AuditEntry[] = [];
  readonly #afterCommit: (() => void)[] = [];

  constructor(em: EntityManager) {
    this.#em = em;
  }

  async find(table: string, where: Where, options: FindOptions = {}): Promise<object[]> {
    const { lock, skipLocked, withBytes, ...rest } = options;
    const bytes = BYTES.filter((name) => name in entityOf(table).meta.properties);
    const lockMode = skipLocked
      ? LockMode.PESSIMISTIC_PARTIAL_WRITE
      : lock
        ? LockMode.PESSIMISTIC_WRITE
        : undefined;
    const found = await this.#loose.find(entityOf(table), where, {
      ...rest,
      ...(lockMode === undefined ? {} : { lockMode }),
      ...(withBytes ? { populate: bytes } : {}),
      disableIdentityMap: true,
    });
    return found.map(plainRow);
  }

  async one(table: string, where: Where, options: FindOptions = {}): Promise<object | undefined> {
    return (await this.find(table, where, { ...options, limit: 1 }))[0];
  }

  count(table: string, where: Where): Promise<number> {
    return this.#loose.count(entityOf(table), where);
  }

  async insert(table: string, row: object): Promise<void> {
    await this.#loose.insert(entityOf(table), row);
  }

  update(table: string, where: Where, changes: object): Promise<number> {
    return this.#loose.nativeUpdate(entityOf(table), where, changes);
  }

  remove(table: string, where: Where): Promise<number> {
    return this.#loose.nativeDelete(entityOf(table), where);
  }

  nextNumber(series: string): Promise<number> {
    return takeNumber(this.#em, series);
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<object[]> {
    return runSql(this.#em, sql, parameters);
  }

  audit(entry: AuditEntry): void {
    this.#audit.push(entry);
  }

  afterCommit(work: () => void): void {
    this.#afterCommit.push(work);
  }

  // The end of the chain is locked until the commit, so it comes last.
  async writeAudit(): Promise<void> {
    if (this.#audit.length > 0) await appendAudit(this.#em, ...this.#audit);
  }

  committed(): void {
    for (const work of this.#afterCommit) work();
  }

  get #loose(): LooseManager {
    return this.#em as unknown as LooseManager;
  }
}

/** Ends a transaction whose use case refused, so that nothing of it stays. */
class Refused extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('the use case refused');
    this.result = result;
  }
}

/** Transactions over the tables; a work that answers a rejection leaves nothing behind. */
export function openRecords(orm: MikroORM): {
  transaction<T>(work: (tx: RowTransaction) => Promise<T>): Promise<T>;
} {
  return { transaction: (work) => runTransaction(orm, work) };
}

async function runTransaction<T>(
  orm: MikroORM,
  work: (tx: RowTransaction) => Promise<T>,
): Promise<T> {
  let tx: RowTransaction | undefined;
  try {
    const result = await orm.em.fork().transactional(async (em) => {
      tx = new RowTransaction(em);
      const answer = await work(tx);
      if (isRejection(answer)) throw new Refused(answer);
      await tx.writeAudit();
      return answer;
    });
    tx?.committed();
    return result;
  } catch (error) {
    if (error instanceof Refused) return error.result as T;
    throw error;
  }
}

function plainRow(entity: object): object {
  const values = Object.entries(entity).map(([name, value]) => [
    name,
    value instanceof ScalarReference ? value.unwrap() : value,
  ]);
  return Object.fromEntries(values);
}

function entityOf(table: string): (typeof entities)[number] {
  const entity = byName.get(table);
  if (entity === undefined) throw new Error(`Expected a table, but there is no '${table}'`);
  return entity;
}
