import type { EntityManager, Knex } from '@mikro-orm/postgresql';

/**
 * Runs a hand-written statement inside the transaction of `em`; each `?` is a parameter, which may
 * be a list. The values travel beside the statement: the ORM's own `execute` writes them into the
 * text, and spreads a list so that `any(?)` breaks.
 */
export async function runSql<Row extends object>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const query = em
    .getKnex()
    .raw<{ rows: Row[] }>(sql, [...(parameters as readonly Knex.RawBinding[])]);
  const transaction = em.getTransactionContext<Knex.Transaction>();
  const { rows } = await (transaction === undefined ? query : query.transacting(transaction));
  return rows;
}
