import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Takes the next number of a series inside the transaction of `em`. Numbers are never given out
 * twice; a transaction that rolls back gives its number back to nobody but the next caller.
 */
export async function takeNumber(em: EntityManager, series: string): Promise<number> {
  const rows = await em.execute<{ value: string }[]>(
    `insert into number_sequence (series, value) values (?, 1)
     on conflict (series) do update set value = number_sequence.value + 1 returning value`,
    [series],
  );
  return Number(rows[0]?.value);
}
