import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, claim, signIn, toOpinion } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { lodge, taskOf } from '../../support/temporary-relief.ts';

const SLOW_MS = 120_000;
const DAY_MS = 86_400_000;
const ACCEPT = { competent: true, complete: true };
const REASON = '需要向外地医院核实费用';

let test: TestServer;

beforeAll(async () => {
  test = await startTestServer();
}, SLOW_MS);

afterAll(() => test.stop());

async function accepted(): Promise<{ number: string; caseId: string }> {
  const { number, caseId } = await lodge(await signIn(test, 'clerk1'));
  await act(test, number, ['relief1', 'accept', 'accept'], ACCEPT);
  await taskOf(test, number, 'meansCheck');
  return { number, caseId };
}

function auditOf(caseId: string) {
  const { records } = test.server.deps;
  return records.transaction((tx) =>
    tx.query<{ action: string; object: string; purpose: string }>(
      `select action, object, purpose from audit_leaf where case_id = ? order by seq`,
      [caseId],
    ),
  );
}

describe('the personal data of a case', () => {
  it(
    'should be shown in full to whoever has a task of it in hand, and that be written down',
    async () => {
      // given
      const { number, caseId } = await lodge(await signIn(test, 'clerk1'));
      const applicantFor = async (username: string) => {
        const { body } = await (await signIn(test, username)).get(`/api/cases/${caseId}`);
        return body.forms[0].data.applicant;
      };

      // when
      const before = await applicantFor('relief1');
      const { id } = await taskOf(test, number, 'accept');
      await claim(test, number, ['relief1', 'accept']);
      const after = await applicantFor('relief1');
      const colleague = await applicantFor('sochead1');

      // then
      const masked = { name: '赵甲乙', idNo: '2199**********9905', mobile: '154****0001' };
      expect([before, colleague]).toMatchObject([masked, masked]);
      expect(after).toMatchObject({ idNo: '219921198001019905', mobile: '15400000001' });
      const reveals = (await auditOf(caseId)).filter(({ action }) => action === 'data.revealed');
      expect(reveals).toContainEqual(expect.objectContaining({ object: 'data:person.L4' }));
      expect((await (await signIn(test, 'relief2')).get(`/api/tasks/${id}`)).status).toBe(404);
    },
    SLOW_MS,
  );

  it(
    'should be masked in the form of a task until somebody takes it',
    async () => {
      // given
      const { number } = await lodge(await signIn(test, 'clerk1'), { emergency: true });
      const form = { danger: '房屋烧毁，电话15400000001', whyNow: '夜间无处居住' };
      const { client, taskId } = await claim(test, number, ['sochead1', 'confirmEmergency']);
      await client.put(`/api/tasks/${taskId}/draft`, { data: form });

      // when
      const own = await client.get(`/api/tasks/${taskId}`);
      const other = await (await signIn(test, 'deputy1')).get(`/api/tasks/${taskId}`);

      // then
      expect(own.body.data).toEqual(form);
      expect([other.status, other.body.data]).toEqual([200, {}]);
    },
    SLOW_MS,
  );
});

describe('text that cannot be stored', () => {
  it('should be answered as a mistake wherever it comes in', async () => {
    const clerk = await signIn(test, 'clerk1');
    const citizen = test.citizen();
    const draft = { processKey: 'temporary-relief', formKey: 'tr-f1' };
    const id = '6f0c4a56-58a4-4f5e-8f0e-3f1f9d3f0a11';
    const answers = [
      await clerk.get('/api/cases?q=%00'),
      await citizen.post('/api/track', { number: '\u0000', queryCode: '0000-0000-0000' }),
      await citizen.put(`/api/drafts/${id}`, { ...draft, data: { description: 'a\u0000b' } }),
      await citizen.put(`/api/drafts/${id}`, { ...draft, data: { '\ud800': '赵甲乙' } }),
      await citizen.put(`/api/drafts/${id}`, { ...draft, data: { list: ['\udc00'] } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    const rare = { ...draft, data: { description: '𠮷' } };
    expect((await citizen.put(`/api/drafts/${id}`, rare)).status).toBe(200);
  });
});

describe('the extension of a limit', () => {
  it(
    'should be granted once by the head of the office, by no more than the parameter',
    async () => {
      // given
      const { caseId } = await accepted();
      const path = `/api/cases/${caseId}/extend`;
      const head = await signIn(test, 'sochead1');
      const { body: page } = await head.get(`/api/cases/${caseId}`);

      // when
      const officer = await (await signIn(test, 'relief1')).post(path, { reason: REASON });
      const tooLong = await head.post(path, { reason: REASON, days: 6 });
      const granted = await head.post(path, { reason: REASON });
      const again = await head.post(path, { reason: REASON });

      // then
      expect(page.mayDo).toContain('extend');
      const answers = [officer, tooLong, granted, again];
      expect(answers.map(({ status }) => status)).toEqual([403, 422, 200, 409]);
      expect(granted.body.dueAt > page.head.dueAt).toBe(true);
      expect((await head.get(`/api/cases/${caseId}`)).body.mayDo).not.toContain('extend');
    },
    SLOW_MS,
  );

  it(
    'should be refused once the limit is over',
    async () => {
      const { caseId } = await accepted();
      test.clock.advance(60 * DAY_MS);
      const head = await signIn(test, 'sochead1');
      const late = await head.post(`/api/cases/${caseId}/extend`, { reason: REASON, days: 3 });
      expect(late.status).toBe(409);
    },
    SLOW_MS,
  );
});

describe('what the rules decided', () => {
  it(
    'should be told in words, and the work be filtered by its procedure',
    async () => {
      // given
      const { number, caseId } = await lodge(await signIn(test, 'clerk1'));
      await toOpinion(test, number);
      const head = await signIn(test, 'sochead1');
      await taskOf(test, number, 'opinion');

      // when
      const { body } = await head.get(`/api/cases/${caseId}`);
      const own = await head.get('/api/work-list?view=office&process=temporary-relief');
      const other = await head.get('/api/work-list?view=office&process=other');

      // then
      const outcomes = body.decisions.map(
        ({ decisionId, outcome }: { decisionId: string; outcome: string }) => [decisionId, outcome],
      );
      expect(outcomes).toContainEqual(['D_TR_1', '受理']);
      expect(outcomes).toContainEqual(['D_TR_2', '急难型']);
      expect(outcomes).toContainEqual([
        'D_TR_4',
        '建议金额 650.00 元；计算月数 1 个月；上限 6,500.00 元',
      ]);
      expect(own.body.processes).toEqual([{ key: 'temporary-relief', name: '临时救助审批' }]);
      expect([own.body.items.length > 0, other.body.items]).toEqual([true, []]);
    },
    SLOW_MS,
  );
});
