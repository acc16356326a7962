import { dateAt } from '../domain/calendar/calendar-date.ts';
import { isRejection, type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { type EngineCommand, enqueue } from './outbox.ts';
import { loadParameters } from './parameters.ts';
import { placesOf } from './places-of.ts';
import type { Actor } from './ports/access.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { ProcessInfo } from './ports/process-catalog.ts';
import type { Transaction } from './ports/records.ts';
import { visibleCase } from './read-case.ts';
import { mayReportFraud, RECOVERY_ENTRY, recoveryMessage } from './recovery-right.ts';
import { stepObject } from './task-access.ts';

/**
 * Reports that relief was got by fraud (社会救助暂行办法 68). A case under way hears of it by the
 * message `recovery`; for a case that is over, the recovery starts as an instance of its own.
 */
export async function reportFraud(
  deps: Deps,
  actor: Actor,
  input: { readonly caseId: string; readonly reason: string },
): Promise<Rejection | undefined> {
  const { caseId, reason } = input;
  return deps.records.transaction(async (tx) => {
    const seen = await visibleCase(tx, deps, actor, caseId);
    if (isRejection(seen)) return seen;
    const caseRow = (await tx.one('CaseFile', { id: caseId }, { lock: true })) ?? seen;
    const object = stepObject(caseRow.processKey, RECOVERY_ENTRY);
    const verdict = await mayReportFraud(tx, deps, actor, caseRow);
    if (!verdict.allowed) return reject('forbidden', verdict.why, verdict.whyEn);
    const process = deps.processes.process(caseRow.processKey);
    const message = recoveryMessage(process, caseRow);
    if (process === undefined || message === undefined) return NOTHING_GRANTED;
    const round = await nextRound(tx, caseId);
    if (isRejection(round)) return round;
    const variables = await variablesFor(tx, deps, process, { caseRow, reason });
    await enqueue(tx, deps, keyOf(caseId, round), {
      kind: 'publish_message',
      name: message,
      correlationKey: caseId,
      variables,
      caseId,
    });
    const facts = { action: 'case.fraud-reported', object, caseId, purpose: reason.slice(0, 300) };
    tx.audit(auditOf(new Date(deps.clock.now()), actor, verdict.capacity, facts));
    return undefined;
  });
}

// A report that nobody has decided on is not made twice; after a decision there may be a new one.
async function nextRound(tx: Transaction, caseId: string): Promise<number | Rejection> {
  for (let round = 1; ; round += 1) {
    const sent = await tx.one('Outbox', { key: keyOf(caseId, round) });
    if (sent === undefined) return round;
    const since = { completedAt: { $gt: sent.createdAt } };
    const decided = await tx.one('Task', { caseId, act: 'approve', state: 'completed', ...since });
    if (decided === undefined) return UNDECIDED;
  }
}

async function variablesFor(
  tx: Transaction,
  deps: Deps,
  process: ProcessInfo,
  { caseRow, reason }: { readonly caseRow: CaseRow; readonly reason: string },
): Promise<EngineVariables> {
  const { id: caseId, unitCode, townCode, countyCode } = caseRow;
  const today = dateAt(deps.clock.now());
  const parameters = await loadParameters(tx, process, placesOf(caseRow), today);
  return { caseId, unitCode, townCode, countyCode, parameters, recoveryReason: reason };
}

type EngineVariables = Extract<EngineCommand, { kind: 'publish_message' }>['variables'];

function keyOf(caseId: string, round: number): string {
  return `recovery:${caseId}:${round}`;
}

const NOTHING_GRANTED = reject(
  'invalid_state',
  '本件没有批准给予救助，或者已经追回，不需要追回。',
  'Expected a case that granted something, but it did not',
);

const UNDECIDED = reject(
  'already_exists',
  '已经报告过，正在查明，请等待追回决定。',
  'Expected no report without a decision, but there is one',
);
