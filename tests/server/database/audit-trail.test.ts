import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendAudit, verifyAudit } from '../../../server/database/audit-trail.ts';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { takeNumber } from '../../../server/database/number-sequence.ts';
import type { AuditEntry } from '../../../server/domain/audit/audit-chain.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

const entry = (action: string, detail: Record<string, unknown> = {}): AuditEntry => ({
  at: new Date('2026-11-02T01:02:03.456Z'),
  actorId: '00000000-0000-4000-8000-000000000014',
  capacity: '社会救助岗@青芦镇',
  unitCode: '219921101000',
  action,
  object: 'proc:temporary-relief/step:accept',
  caseId: null,
  result: 'ok',
  purpose: null,
  detail,
});

describe('audit trail', () => {
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

  it('should verify an empty chain', async () => {
    expect(await verifyAudit(database.orm.em.fork())).toBeUndefined();
  });

  it('should keep one chain when many transactions append at once', async () => {
    // when
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        database.orm.em
          .fork()
          .transactional((em) =>
            appendAudit(em, entry('accept', { z: index, a: [1, { y: 1, b: 2 }] }), entry('claim')),
          ),
      ),
    );

    // then
    const em = database.orm.em.fork();
    expect(await verifyAudit(em)).toBeUndefined();
    const rows = await em.execute(
      'select count(*)::int as n, max(seq)::int as last from audit_leaf',
    );
    expect(rows[0]).toEqual({ n: 40, last: 40 });
  });

  it('should leave no leaf behind when the transaction fails', async () => {
    const em = database.orm.em.fork();
    await expect(
      em.transactional(async (inner) => {
        await appendAudit(inner, entry('accept'));
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await verifyAudit(em)).toBeUndefined();
  });

  it('should find a changed leaf, a missing leaf and a cut tail', async () => {
    // given an intruder who can switch the trigger off
    const em = database.orm.em.fork();
    await em.execute('alter table audit_leaf disable trigger user');

    // when, then
    await em.execute(`update audit_leaf set capacity = '复核岗@青芦镇' where seq = 7`);
    expect(await verifyAudit(em)).toBe(7);
    await em.execute(`update audit_leaf set capacity = '社会救助岗@青芦镇' where seq = 7`);
    expect(await verifyAudit(em)).toBeUndefined();
    await em.execute('delete from audit_leaf where seq = 40');
    expect(await verifyAudit(em)).toBe(40);
    await em.execute('delete from audit_leaf where seq = 12');
    expect(await verifyAudit(em)).toBe(12);
  });

  it('should give out each number once', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 30 }, () => takeNumber(database.orm.em.fork(), 'case:219921101:260101')),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    expect(await takeNumber(database.orm.em.fork(), 'case:219921101:260102')).toBe(1);
  });
});
