import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

describe('database', () => {
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

  it('should have migrations that make exactly the tables of the entities', async () => {
    expect(await database.orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
  });

  it('should migrate a second time without doing anything', async () => {
    await database.migrate();
    expect(await database.orm.getMigrator().getPendingMigrations()).toEqual([]);
  });

  it('should refuse to change, delete or truncate the audit trail', async () => {
    const connection = database.orm.em.getConnection();
    await connection.execute(
      `insert into audit_leaf (seq, at, action, object, result, detail, prev_hash, hash)
       values (1, now(), 'test', 'case:1', 'ok', '{}', repeat('0', 64), repeat('1', 64))`,
    );
    for (const statement of [
      `update audit_leaf set action = 'other'`,
      'delete from audit_leaf',
      'truncate audit_leaf',
    ]) {
      await expect(connection.execute(statement)).rejects.toThrow(/append-only/);
    }
  });

  it('should let two servers that start together migrate one after the other', async () => {
    const both = [1, 2].map(() => openDatabase(server.url, { schema: 'app3' }));
    const databases = await Promise.all(both);
    await Promise.all(databases.map((one) => one.migrate()));
    for (const one of databases) await one.close();
  });

  it('should keep its tables in another schema when it is told so', async () => {
    const other = await openDatabase(server.url, { schema: 'app2' });
    await other.migrate();
    const rows = await other.orm.em
      .getConnection()
      .execute<{ n: string }[]>('select count(*) as n from app2.case_file');
    expect(rows[0]?.n).toBe('0');
    await other.close();
  });
});
