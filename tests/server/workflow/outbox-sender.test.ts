import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { openRecords } from '../../../server/database/records.ts';
import { enqueue } from '../../../server/usecases/outbox.ts';
import type { Records } from '../../../server/usecases/ports/records.ts';
import type { EngineClient } from '../../../server/workflow/engine-client.ts';
import { OutboxSender } from '../../../server/workflow/outbox-sender.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';

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

/** An engine that is away for some calls and remembers what it got. */
function engineAwayFor(calls: number) {
  const got: string[] = [];
  let left = calls;
  const take = async (what: string) => {
    got.push(what);
    left -= 1;
    if (left >= 0) throw Object.assign(new Error('unavailable'), { code: 14 });
    return 'done' as const;
  };
  const client = {
    complete: (jobKey: string) => take(jobKey),
    publish: ({ messageId }: { messageId: string }) => take(messageId),
  };
  return { got, client: client as unknown as EngineClient };
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function senderOf(engine: EngineClient): OutboxSender {
  return new OutboxSender({ records, engine, log: silent, onMoved: () => undefined });
}

function write(key: string, caseId: string, at: number): Promise<void> {
  const deps = { clock: { now: () => at }, wakeOutbox: () => undefined };
  const command = { kind: 'complete_job', jobKey: key, variables: {}, caseId } as const;
  return records.transaction((tx) => enqueue(tx, deps, key, command));
}

describe('the outbox', () => {
  it('should send the commands of a case in their order and each once', async () => {
    // given
    const caseId = randomUUID();
    const { got, client } = engineAwayFor(0);
    for (const [at, key] of ['a', 'b', 'c'].entries()) await write(key, caseId, at);
    const sender = senderOf(client);

    // when
    sender.start();
    await until('everything sent', async () => got.length === 3);
    await sender.stop();

    // then
    expect(got).toEqual(['a', 'b', 'c']);
    const left = await records.transaction((tx) => tx.count('Outbox', { sentAt: null }));
    expect(left).toBe(0);
  });

  it('should try again under the same key while the engine is away', async () => {
    // given
    const { got, client } = engineAwayFor(1);
    await write('again', randomUUID(), 10);
    const sender = senderOf(client);

    // when
    sender.start();
    const row = await until('the second try', () =>
      records.transaction(async (tx) => {
        const found = await tx.one('Outbox', { key: 'again' });
        return found?.sentAt === null ? undefined : found;
      }),
    );
    await sender.stop();

    // then
    expect(got).toEqual(['again', 'again']);
    expect(row).toMatchObject({ attempts: 2, outcome: 'done' });
  });

  it('should write no command when the change it belongs to is rolled back', async () => {
    // given
    const deps = { clock: { now: () => 0 }, wakeOutbox: () => undefined };
    const command = { kind: 'complete_job', jobKey: 'x', variables: {}, caseId: null } as const;

    // when
    const failing = records.transaction(async (tx) => {
      await enqueue(tx, deps, 'rolled-back', command);
      throw new Error('no');
    });

    // then
    await expect(failing).rejects.toThrow('no');
    expect(await records.transaction((tx) => tx.count('Outbox', { key: 'rolled-back' }))).toBe(0);
  });
});
