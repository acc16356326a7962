import { identityHash } from '../domain/identity/identity-hash.ts';
import type { Rejection } from '../domain/rejection.ts';
import type { Completing } from './complete-task.ts';
import type { Deps } from './deps.ts';
import { textAt, valueAt } from './json-pointer.ts';
import type { Transaction } from './ports/records.ts';
import { isPayment, recordPayment } from './record-payment.ts';
import { sendSupplementNotice } from './send-supplement-notice.ts';

const DECIDING: ReadonlySet<string> = new Set(['review', 'approve', 'meet']);

/** What a completed form changes outside the forms: amount, voucher, notice of what is missing. */
export async function recordFormEffects(
  tx: Transaction,
  deps: Deps,
  completing: Completing,
): Promise<Rejection | undefined> {
  const { task, data } = completing;
  if (DECIDING.has(task.act)) await recordAmount(tx, completing);
  if (isPayment(completing)) return recordPayment(tx, completing);
  if (task.act === 'lodge') await recordApplicant(tx, deps, completing);
  if (task.act === 'supplement' && Array.isArray(data.items)) {
    return sendSupplementNotice(tx, deps, completing);
  }
  if (task.headers.effect === 'objection') await answerObjections(tx, completing);
  return undefined;
}

async function recordAmount(tx: Transaction, { task, data }: Completing): Promise<void> {
  const amountFen = valueAt(data, '/amountFen');
  if (typeof amountFen !== 'number' || !Number.isSafeInteger(amountFen)) return;
  await tx.update('CaseFile', { id: task.caseId }, { amountFen });
}

// A case that began with a clue learns here who the applicant is.
async function recordApplicant(
  tx: Transaction,
  deps: Deps,
  { task, data }: Completing,
): Promise<void> {
  const name = textAt(data, '/applicant/name');
  const idNo = textAt(data, '/applicant/idNo');
  if (name === undefined) return;
  await tx.update(
    'CaseFile',
    { id: task.caseId },
    {
      applicantName: name,
      applyAs: textAt(data, '/applyAs') ?? null,
      ...(idNo === undefined ? {} : { applicantIdHash: identityHash(idNo, deps.identityKey) }),
    },
  );
}

async function answerObjections(
  tx: Transaction,
  { task, data, actor, action, at }: Completing,
): Promise<void> {
  await tx.update(
    'Objection',
    { caseId: task.caseId, answeredAt: null },
    {
      upheld: action.id === 'uphold',
      answer: textAt(data, '/reply') ?? null,
      answeredBy: actor.userId,
      answeredAt: at,
    },
  );
}
