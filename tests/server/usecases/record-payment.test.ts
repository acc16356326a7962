import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, claim, toPayment, voucher } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { lodge } from '../../support/temporary-relief.ts';

const SLOW_MS = 120_000;

let test: TestServer;

beforeAll(async () => {
  test = await startTestServer();
}, SLOW_MS);

afterAll(() => test.stop());

function paymentsOf(caseId: string) {
  const { records } = test.server.deps;
  const inTime = { orderBy: { preparedAt: 'asc' } } as const;
  return records.transaction((tx) => tx.find('Payment', { caseId }, inTime));
}

describe('a payment', () => {
  it(
    'should be made at once by the two persons who relieve an emergency',
    async () => {
      // given
      const changes = { emergency: true, cause: 'fire', causeFiles: [] };
      const { number, caseId } = await lodge(await test.as('clerk1'), changes);
      await act(test, number, ['sochead1', 'confirmEmergency', 'confirm'], DANGER);

      // when
      await act(test, number, ['relief1', 'emergencyRelief'], voucher());
      const half = await paymentsOf(caseId);
      await act(test, number, ['accountant1', 'emergencyRelief'], voucher());

      // then
      expect(half).toEqual([]);
      expect(await paymentsOf(caseId)).toMatchObject([{ state: 'paid', amountFen: 65_000 }]);
    },
    SLOW_MS,
  );

  it(
    'should be reversed when the cashier sends it back, and be made out and paid anew',
    async () => {
      // given
      const { number, caseId } = await lodge(await test.as('clerk1'));
      await toPayment(test, number);
      await act(test, number, ['accountant1', 'voucher'], voucher());

      // when
      await act(test, number, ['cashier1', 'payout', 'returned'], { text: '账号户名不符' });
      const returned = await paymentsOf(caseId);
      await act(test, number, ['accountant1', 'voucher'], voucher({ voucherNo: 'PZ-0002' }));
      const wrong = await wrongVoucher(number);
      await act(test, number, ['cashier1', 'payout', 'paid'], voucher({ voucherNo: 'PZ-0002' }));

      // then
      expect(returned).toMatchObject([{ state: 'reversed', reversedReason: expect.anything() }]);
      expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid_argument']);
      const [first, second, ...others] = await paymentsOf(caseId);
      expect([first?.state, second?.state, others]).toEqual(['reversed', 'paid', []]);
      expect(second).toMatchObject({ voucherNo: 'PZ-0002', amountFen: 65_000 });
      expect(second?.paidBy).not.toBe(second?.preparedBy);
    },
    SLOW_MS,
  );

  it(
    'should be made at once by the two persons who pay from the fund of a community',
    async () => {
      // given
      const grid = await test.as('grid1');
      const { body } = await grid.post('/api/clues', clue());
      const { number, caseId } = body;
      await act(test, number, ['gridhead1', 'verifyClue'], FOR_COMMUNITY);
      await act(test, number, ['village1', 'collectiveAgenda'], AGENDA);
      await act(test, number, ['village1', 'collectiveMeeting'], STUDY);
      await act(test, number, ['village1', 'collectiveMinutes'], MINUTES);

      // when
      await act(test, number, ['grid1', 'communityPay'], voucher({ amountFen: 30_000 }));
      const half = await paymentsOf(caseId);
      await act(test, number, ['member1', 'communityPay'], voucher({ amountFen: 30_000 }));

      // then
      expect(half).toEqual([]);
      const [payment, ...others] = await paymentsOf(caseId);
      expect(others).toEqual([]);
      expect(payment).toMatchObject({ state: 'paid', fund: 'community', amountFen: 30_000 });
      expect(payment?.paidBy).not.toBe(payment?.preparedBy);
    },
    SLOW_MS,
  );
});

async function wrongVoucher(number: string) {
  const { client, taskId, view } = await claim(test, number, ['cashier1', 'payout']);
  const answer = await client.post(`/api/tasks/${taskId}/complete`, {
    leaseVersion: view.task.leaseVersion,
    action: 'paid',
    data: { ...view.prefill, ...voucher({ voucherNo: 'PZ-0009' }) },
  });
  await client.post(`/api/tasks/${taskId}/release`);
  return answer;
}

const DANGER = {
  danger: '房屋烧毁，一家无处居住。',
  whyNow: '夜间气温低，当晚必须安置。',
  amountFen: 65_000,
  leader: '朱丙五',
  leaderAt: '2026-11-24',
  leaderTime: '08:15',
  leaderBy: 'phone',
  measures: ['money', 'shelter'],
};
const FOR_COMMUNITY = {
  facts: '入户核实，老人生病，暂无收入来源，情况属实。',
  suggestion: 'community',
  amountFen: 30_000,
};
const AGENDA = { topic: '研究救助事项', heldOn: '2026-11-24' };
const MINUTES = { minutes: '会议研究同意给予帮扶，由两人当面发放。', correct: true };
const STUDY = {
  topic: '研究社区帮扶资金使用',
  heldOn: '2026-11-24',
  members: 5,
  present: 5,
  agree: 5,
  against: 0,
  abstain: 0,
  amountFen: 30_000,
  fund: 'community',
  minutes: '会议研究同意给予帮扶，由两人当面发放。',
};

function clue() {
  return {
    processKey: 'temporary-relief',
    entry: 'clueReceived',
    unitCode: '219921101200',
    data: {
      who: '钱丁甲',
      placeCode: '219921101200',
      address: '二组8号',
      what: 'illness',
      description: '独居老人生病多日，家中没有存款，邻居送饭。',
      urgency: 'normal',
      consent: 'yes',
      foundBy: '赵甲一',
    },
  };
}
