import type { TestClient, TestServer } from './server.ts';
import { claimOf, completeOf, visit } from './temporary-relief.ts';
import { until } from './until.ts';

const DAY_MS = 86_400_000;
const DAY_OF_TEST_MS = 1_000;
const MEANS = { available: false, result: 'unknown' };
const ACCEPT = { competent: true, complete: true };
const OPINION = { amountFen: 65_000, method: ['money'], text: '同意' };
const POSTING = { places: ['village-board'], checked: true, phone: '0427-1234567' };
const SEAL = { checked: true, sealName: '青芦镇人民政府' };

/** A voucher of the demo office of finance. */
export function voucher(changes: object = {}) {
  return {
    method: 'transfer',
    amountFen: 65_000,
    payee: '赵甲乙',
    voucherNo: 'PZ-0001',
    paidOn: '2026-11-24',
    ...changes,
  };
}

/** A client that signs in afresh: sessions end while the clock of a test moves. */
export async function signIn(test: TestServer, username: string): Promise<TestClient> {
  const client = test.citizen();
  const answer = await client.post('/api/session', { username, password: 'yunge-demo-2026' });
  if (answer.status !== 200) throw new Error(`${username}: ${JSON.stringify(answer.body)}`);
  return client;
}

/** Completes a task by somebody who signs in for it. */
export async function act(
  test: TestServer,
  number: string,
  [username, elementId, action]: readonly [string, string, string?],
  data: object = {},
) {
  const fresh = { ...test, as: (name: string) => signIn(test, name) };
  const answer = await completeOf(fresh, number, toStep(username, elementId, action), data);
  if (answer.status !== 200) throw new Error(`${elementId}: ${JSON.stringify(answer.body)}`);
  return answer;
}

function toStep(
  username: string,
  elementId: string,
  action: string | undefined,
): readonly [string, string, string?] {
  return action === undefined ? [username, elementId] : [username, elementId, action];
}

/** Claims a task by somebody who signs in for it. */
export function claim(test: TestServer, number: string, step: readonly [string, string]) {
  return claimOf({ ...test, as: (name: string) => signIn(test, name) }, number, step);
}

/** Moves the clock and lets what is due happen. */
export async function advance(test: TestServer, days: number): Promise<void> {
  test.clock.advance(days * DAY_MS);
  await test.server.engine?.wake();
}

/** Takes a lodged application as far as the opinion of the office. */
export async function toOpinion(test: TestServer, number: string): Promise<void> {
  await act(test, number, ['relief1', 'accept', 'accept'], ACCEPT);
  await act(test, number, ['relief1', 'meansCheck'], MEANS);
  await act(test, number, ['relief1', 'visit'], visit());
  await act(test, number, ['member1', 'visit'], visit());
  await act(test, number, ['review1', 'review', 'agree'], OPINION);
}

/** Takes a lodged application through publicity and approval until its money is to be paid. */
export async function toPayment(test: TestServer, number: string): Promise<void> {
  await toOpinion(test, number);
  await act(test, number, ['sochead1', 'opinion', 'agree'], OPINION);
  await act(test, number, ['disclose1', 'publicityPost'], POSTING);
  await publicityEnds(test, number);
  await act(test, number, ['deputy1', 'deputyApprove', 'approve'], OPINION);
  await act(test, number, ['seal1', 'sealDecision'], SEAL);
}

// The timer of the publicity may start a moment after its task is done, so the clock goes on.
function publicityEnds(test: TestServer, number: string): Promise<unknown> {
  let nextDayAt = 0;
  return until('the publicity to end', async () => {
    if (Date.now() > nextDayAt) {
      await advance(test, 1);
      nextDayAt = Date.now() + DAY_OF_TEST_MS;
    }
    const { records } = test.server.deps;
    return records.transaction(async (tx) => {
      const caseRow = await tx.one('CaseFile', { number });
      return tx.one('Task', { caseId: caseRow?.id ?? '', elementId: 'deputyApprove' });
    });
  });
}
