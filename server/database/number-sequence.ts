import type { EntityManager } from '@mikro-orm/postgresql';
import { runSql } from './run-sql.ts';

/**
 * Takes the next number of a series inside the transaction of `em`. Numbers are never given out
 * twice; a transaction that rolls back gives its number back to nobody but the next caller.
 */
export async function takeNumber(em: EntityManager, series: string): Promise<number> {
  const rows = await runSql<{ value: string }>(
    em,
    `insert into number_sequence (series, value) values (?, 1)
     on conflict (series) do update set value = number_sequence.value + 1 returning value`,
    [series],
  );
  return Number(rows[0]?.value);
}
