import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { watchDeadlines } from '../../../server/usecases/watch-deadlines.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { claimOf, completeOf, lodge, taskOf, visit } from '../../support/temporary-relief.ts';
import { until } from '../../support/until.ts';

const SLOW_MS = 120_000;
const ACCEPT = { competent: true, complete: true };
const MEANS = { available: true, result: 'conform', incomeFen: 500_000 };
const GAP = { material: '住院发票', problem: '没有提交', howToFix: '上传发票照片' };

let test: TestServer;

beforeAll(async () => {
  test = await startTestServer();
}, SLOW_MS);

afterAll(() => test.stop());

async function lodged(): Promise<{ number: string; queryCode: string; caseId: string }> {
  return lodge(await test.as('clerk1'));
}

describe('a task', () => {
  it(
    'should wait for its office and for nobody else',
    async () => {
      const { number } = await lodged();
      const { taskId } = await claimOf(test, number, ['relief1', 'accept']);
      const other = await (await test.as('relief2')).get(`/api/tasks/${taskId}`);
      const cashier = await test.as('cashier1');
      const claimed = await cashier.post(`/api/tasks/${taskId}/claim`, { leaseVersion: 1 });
      const stranger = await test.citizen().get(`/api/tasks/${taskId}`);
      expect([other.status, claimed.status, stranger.status]).toEqual([404, 409, 401]);
    },
    SLOW_MS,
  );

  it(
    'should go to one person of two and keep what the other typed',
    async () => {
      // given
      const { number } = await lodged();
      const { taskId, view } = await claimOf(test, number, ['relief1', 'accept']);
      const window = await test.as('window1');

      // when
      const late = await window.post(`/api/tasks/${taskId}/claim`, { leaseVersion: 0 });
      const stale = await window.post(`/api/tasks/${taskId}/complete`, {
        leaseVersion: view.task.leaseVersion,
        action: 'accept',
        data: { ...ACCEPT, text: '材料齐全' },
      });

      // then
      expect([late.status, stale.status]).toEqual([409, 409]);
      const { body } = await window.get(`/api/tasks/${taskId}`);
      expect(body.data).toMatchObject({ text: '材料齐全' });
      expect(body.task).toMatchObject({ mayAct: false, state: 'claimed' });
    },
    SLOW_MS,
  );

  it(
    'should name the fields to repair and change nothing',
    async () => {
      const { number } = await lodged();
      const { client, taskId, view } = await claimOf(test, number, ['relief1', 'accept']);
      const answer = await client.post(`/api/tasks/${taskId}/complete`, {
        leaseVersion: view.task.leaseVersion,
        action: 'accept',
        data: { competent: true },
      });
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0]).toMatchObject({ path: '/complete' });
      expect((await client.get(`/api/tasks/${taskId}`)).body.task.state).toBe('claimed');
    },
    SLOW_MS,
  );

  it(
    'should need two different persons where the model says so',
    async () => {
      // given
      const { number } = await lodged();
      await completeOf(test, number, ['relief1', 'accept', 'accept'], ACCEPT);
      await completeOf(test, number, ['checker1', 'meansCheck'], MEANS);

      // when
      const first = await completeOf(test, number, ['relief1', 'visit'], visit());
      const { id, leaseVersion } = await taskOf(test, number, 'visit');
      const again = await (await test.as('relief1')).post(`/api/tasks/${id}/claim`, {
        leaseVersion,
      });
      const second = await completeOf(test, number, ['member1', 'visit'], visit());

      // then
      expect(first.body.waitsForSigners).toBe(1);
      expect(again.status).toBe(403);
      expect(second.body.waitsForSigners).toBe(0);
      await taskOf(test, number, 'review');
    },
    SLOW_MS,
  );

  it(
    'should be closed when the applicant withdraws, with a clear answer to whoever works on it',
    async () => {
      // given
      const { number, queryCode } = await lodged();
      const { client, taskId, view } = await claimOf(test, number, ['relief1', 'accept']);
      const citizen = test.citizen();
      await citizen.post('/api/track', { number, queryCode });

      // when
      const withdrawn = await citizen.post('/api/track/withdraw', { reason: '', confirm: true });
      await until('the case to be withdrawn', async () => {
        const { records } = test.server.deps;
        const row = await records.transaction((tx) => tx.one('CaseFile', { number }));
        return row?.state === 'withdrawn';
      });
      const late = await client.post(`/api/tasks/${taskId}/complete`, {
        leaseVersion: view.task.leaseVersion,
        action: 'accept',
        data: { ...ACCEPT, text: '写了很久' },
      });

      // then
      expect([withdrawn.status, late.status]).toEqual([200, 409]);
      const { body } = await client.get(`/api/tasks/${taskId}`);
      expect(body.task.state).toBe('cancelled');
      expect(body.data.text).toBe('写了很久');
    },
    SLOW_MS,
  );
});

describe('a notice of what is missing', () => {
  it(
    'should stop the way until every gap is answered',
    async () => {
      // given
      const { number, queryCode } = await lodged();
      await completeOf(test, number, ['relief1', 'accept', 'supplement'], ACCEPT);
      await completeOf(test, number, ['relief1', 'supplementCompose'], { items: [GAP] });
      const citizen = test.citizen();
      await citizen.post('/api/track', { number, queryCode });
      const todo = await until('the gaps', async () => {
        const { body } = await citizen.get('/api/track');
        return body.todo ?? undefined;
      });

      // when
      const answers = [{ itemId: todo.items[0].id, text: '发票已补交窗口', attachmentIds: [] }];
      const answered = await citizen.post('/api/track/supplement', { answers });

      // then
      expect(todo).toMatchObject({ kind: 'supplement', items: [GAP] });
      expect(answered.status).toBe(200);
      await taskOf(test, number, 'accept');
    },
    SLOW_MS,
  );

  it(
    'should be given up when its limit passes unanswered',
    async () => {
      // given
      const { number, queryCode } = await lodged();
      await completeOf(test, number, ['relief1', 'accept', 'supplement'], ACCEPT);
      await completeOf(test, number, ['relief1', 'supplementCompose'], { items: [GAP] });
      const citizen = test.citizen();
      await citizen.post('/api/track', { number, queryCode });
      await until('the notice', async () => (await citizen.get('/api/track')).body.todo);

      // when
      test.clock.advance(20 * 24 * 3_600_000);
      await watchDeadlines(test.server.deps);

      // then
      await until('the flag', async () => {
        const { records } = test.server.deps;
        const row = await records.transaction((tx) => tx.one('CaseFile', { number }));
        return row?.flags.includes('supplementOverdue');
      });
    },
    SLOW_MS,
  );
});
