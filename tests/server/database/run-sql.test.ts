import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { openRecords } from '../../../server/database/records.ts';
import { runSql } from '../../../server/database/run-sql.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

describe('hand-written SQL', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await createDatabase();
    database = await openDatabase(server.url);
    await database.migrate();
  });

  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  it.each([[[]], [['a']], [['a', 'b', `c'"{},\\`]]])('should take the list %j', async (list) => {
    const em = database.orm.em.fork();
    const rows = await runSql(em, 'select x from unnest(?::text[]) x where x = any(?)', [
      [...list, 'z'],
      list,
    ]);
    expect(rows).toEqual(list.map((x) => ({ x })));
  });

  it('should keep hostile text text', async () => {
    const hostile = `'; drop table case_file; -- \\' ? $1`;
    const em = database.orm.em.fork();
    expect(await runSql(em, 'select ?::text as x', [hostile])).toEqual([{ x: hostile }]);
  });

  it('should run inside the transaction', async () => {
    const insert = `insert into number_sequence (series, value) values ('x', 1)`;
    await expect(
      database.orm.em.fork().transactional(async (em) => {
        await runSql(em, insert);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    const em = database.orm.em.fork();
    expect(await runSql(em, `select * from number_sequence where series = 'x'`)).toEqual([]);
  });

  it('should give the use cases lists in their queries too', async () => {
    const rows = await openRecords(database.orm).transaction((tx) =>
      tx.query('select count(*)::int as n from case_file c where c.unit_code = any(?)', [['x']]),
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
