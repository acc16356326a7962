import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboxRow } from '../../../server/usecases/ports/task-rows.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { lodge, taskOf } from '../../support/temporary-relief.ts';
import { until } from '../../support/until.ts';

const SLOW_MS = 120_000;

let test: TestServer;

beforeAll(async () => {
  test = await startTestServer();
}, SLOW_MS);

afterAll(() => test.stop());

describe('the list of incidents', () => {
  it('should be open to administrators only', async () => {
    const people = ['admin1', 'designer1', 'publisher1', 'auditor1', 'relief1'];
    const statuses = await Promise.all(
      people.map(async (name) => (await (await test.as(name)).get('/api/incidents')).status),
    );
    expect(statuses).toEqual([200, 403, 403, 403, 403]);
  });

  it(
    'should show a job that was given up and a command that nobody takes',
    async () => {
      // given
      const { number, caseId } = await lodge(await test.as('clerk1'));
      await taskOf(test, number, 'accept');
      const stuck = { key: 'stuck:1', kind: 'complete_job', caseId, attempts: 5 } as const;
      await send({ ...stuck, payload: {}, nextAttemptAt: new Date('2126-11-24T01:00:00Z') });

      // when: a process begins for a case that does not exist, so that its first task is lost
      const nobody = randomUUID();
      const name = 'temporary-relief.clue';
      const payload = { name, correlationKey: nobody, variables: { caseId: nobody } };
      await send({ key: 'lost:1', kind: 'publish_message', caseId: null, payload });

      // then
      const items = await until('the incident', async () => {
        test.clock.advance(2_000);
        await test.server.engine?.wake();
        const { body } = await (await test.as('admin1')).get('/api/incidents');
        return body.items.length < 2 ? undefined : body.items;
      });
      expect(items).toContainEqual(
        expect.objectContaining({ key: 'stuck:1', caseNumber: number, jobType: 'complete_job' }),
      );
      expect(items).toContainEqual(
        expect.objectContaining({ key: expect.stringMatching(/^job:/), elementId: 'verifyClue' }),
      );
    },
    SLOW_MS,
  );
});

type Command = Partial<OutboxRow> & Pick<OutboxRow, 'key' | 'kind' | 'payload' | 'caseId'>;

function send(command: Command): Promise<void> {
  const times = { createdAt: new Date(0), nextAttemptAt: new Date(0) };
  const row = { id: randomUUID(), attempts: 0, ...times, ...command };
  const { records, wakeOutbox } = test.server.deps;
  return records.transaction(async (tx) => {
    await tx.insert('Outbox', row);
    tx.afterCommit(wakeOutbox);
  });
}
