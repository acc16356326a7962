import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, signIn, toPayment } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { lodge } from '../../support/temporary-relief.ts';
import { until } from '../../support/until.ts';

const SLOW_MS = 120_000;
const REASON = { reason: '核查发现隐瞒保险赔付' };

let test: TestServer;

beforeAll(async () => {
  test = await startTestServer();
}, SLOW_MS);

afterAll(() => test.stop());

async function report(username: string, caseId: string) {
  return (await signIn(test, username)).post(`/api/cases/${caseId}/recovery`, REASON);
}

async function decide(number: string, action: 'recover' | 'reject'): Promise<void> {
  const officer = await signIn(test, 'civil1');
  const evidence = await officer.upload({ class: 'evidence' });
  const facts = {
    facts: '核查发现申请人隐瞒保险赔付三千元，提供的票据系伪造。',
    amountFen: 65_000,
    decision: 'recover',
    evidence: [evidence],
  };
  await act({ ...test, as: async () => officer }, number, ['civil1', 'recoveryFacts'], facts);
  const text = '查明属实，依法追回。';
  await act(test, number, ['civilhead1', 'recoveryDecide', action], { ...facts, text });
}

function stateOf(number: string) {
  const { records } = test.server.deps;
  return records.transaction(async (tx) => (await tx.one('CaseFile', { number }))?.state);
}

describe('a report of fraud', () => {
  it(
    'should reach a case under way, from the county only and once until it is decided',
    async () => {
      // given
      const { number, caseId } = await lodge(await signIn(test, 'clerk1'));
      const early = await report('civil1', caseId);
      await toPayment(test, number);

      // when
      const relief = await report('relief1', caseId);
      const county = await report('civil1', caseId);
      const again = await report('civil1', caseId);
      test.clock.advance(60_000);
      await decide(number, 'reject');
      const later = await report('civil1', caseId);

      // then
      expect([early.status, relief.status, county.status, again.status]).toEqual([
        409, 403, 200, 409,
      ]);
      expect(later.status).toBe(200);
    },
    SLOW_MS,
  );

  it(
    'should revoke a case that is already in the archive',
    async () => {
      // given
      const { number, caseId } = await lodge(await signIn(test, 'clerk1'));
      const archived = { state: 'archived', outcome: 'granted' } as const;
      await test.server.deps.records.transaction((tx) =>
        tx.update('CaseFile', { id: caseId }, archived),
      );
      const { body: page } = await (await signIn(test, 'civil1')).get(`/api/cases/${caseId}`);

      // when
      const reported = await report('civil1', caseId);
      await decide(number, 'recover');

      // then
      expect(page.mayDo).toContain('recovery');
      expect(reported.status).toBe(200);
      await until('the case to be revoked', async () => (await stateOf(number)) === 'revoked');
    },
    SLOW_MS,
  );
});

describe('the end of a case', () => {
  it(
    'should be the one that the model names',
    async () => {
      const { number } = await lodge(await signIn(test, 'clerk1'));
      await act(test, number, ['relief1', 'accept', 'refuse'], { text: '不属于临时救助事项' });
      await act(test, number, ['relief1', 'refuseAcceptance'], {
        facts: '经查，申请人不符合规定条件。',
        reason: '不属于规定的临时救助情形。',
        basis: '社会救助暂行办法第四十七条',
      });
      const seal = { checked: true, sealName: '青芦镇人民政府' };
      await act(test, number, ['seal1', 'sealDocument'], seal);
      await until('the case to end', async () => (await stateOf(number)) === 'not_accepted');
    },
    SLOW_MS,
  );
});
