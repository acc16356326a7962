import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { openRecords } from '../../../server/database/records.ts';
import { reject } from '../../../server/domain/rejection.ts';
import type { Records } from '../../../server/usecases/ports/records.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

let test: TestDatabase;
let database: Database;
let records: Records;

beforeAll(async () => {
  test = await createDatabase();
  database = await openDatabase(test.url);
  await database.migrate();
  records = openRecords(database.orm) as unknown as Records;
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

const now = new Date('2026-11-24T01:00:00.000Z');
const draft = (id: string) => ({
  id,
  ownerKind: 'citizen' as const,
  processKey: 'temporary-relief',
  formKey: 'tr-f1',
  data: { list: [1, 'two', null], inner: { a: true } },
  savedAt: now,
});

describe('records', () => {
  it('should give back the JSON, instants and nulls that it was given', async () => {
    // given
    const id = randomUUID();

    // when
    await records.transaction((tx) => tx.insert('ApplicationDraft', draft(id)));
    const row = await records.transaction((tx) => tx.one('ApplicationDraft', { id }));

    // then
    expect(row?.data).toEqual({ list: [1, 'two', null], inner: { a: true } });
    expect(row?.savedAt).toEqual(now);
    expect(row?.ownerId).toBeNull();
  });

  it('should change only the rows that are meant', async () => {
    // given
    const [one, two] = [randomUUID(), randomUUID()];
    await records.transaction(async (tx) => {
      await tx.insert('ApplicationDraft', draft(one));
      await tx.insert('ApplicationDraft', draft(two));
    });

    // when
    const changed = await records.transaction((tx) =>
      tx.update('ApplicationDraft', { id: one }, { data: { a: 1 }, formKey: 'tr-f0' }),
    );

    // then
    const rows = await records.transaction((tx) =>
      tx.find('ApplicationDraft', { id: { $in: [one, two] } }, { orderBy: { formKey: 'asc' } }),
    );
    expect(changed).toBe(1);
    expect(rows.map((row) => row.data)).toEqual([{ a: 1 }, draft(two).data]);
  });

  it('should leave nothing behind when the work refuses', async () => {
    // given
    const id = randomUUID();

    // when
    const answer = await records.transaction(async (tx) => {
      await tx.insert('ApplicationDraft', draft(id));
      return reject('invalid_state', '不行', 'no');
    });

    // then
    expect(answer).toMatchObject({ code: 'invalid_state' });
    expect(await records.transaction((tx) => tx.count('ApplicationDraft', { id }))).toBe(0);
  });

  it('should load bytes only when asked for', async () => {
    // given
    const id = randomUUID();
    await records.transaction((tx) =>
      tx.insert('Attachment', {
        id,
        class: 'identity',
        title: '',
        fileName: 'a.pdf',
        mime: 'application/pdf',
        size: 3,
        sha256: 'x',
        content: Buffer.from([1, 2, 3]),
        source: 'upload',
        uploadedAt: now,
      }),
    );

    // when
    const [without, withBytes] = await records.transaction(async (tx) => [
      await tx.one('Attachment', { id }),
      await tx.one('Attachment', { id }, { withBytes: true }),
    ]);

    // then
    expect(without?.content).toBeUndefined();
    expect([...(withBytes?.content ?? [])]).toEqual([1, 2, 3]);
  });

  it('should give the numbers of a series one after the other', async () => {
    // when
    const numbers = await records.transaction(async (tx) => [
      await tx.nextNumber('s'),
      await tx.nextNumber('s'),
    ]);

    // then
    expect(numbers).toEqual([1, 2]);
  });
});
