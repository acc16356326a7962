import { randomUUID } from 'node:crypto';
import { identityHash } from '../domain/identity/identity-hash.ts';
import { type Rejection, reject } from '../domain/rejection.ts';
import type { Completing } from './complete-task.ts';
import type { Deps } from './deps.ts';
import { textAt, valueAt } from './json-pointer.ts';
import type { Transaction } from './ports/records.ts';
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

// Relief in an emergency is handled and paid in one step by two persons.
function isPayment({ task, data }: Completing): boolean {
  const pays = task.act === 'pay' || task.act === 'handle';
  return pays && valueAt(data, '/voucherNo') !== undefined;
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

// The accountant's form prepares the voucher, the cashier's pays it; never the same person.
async function recordPayment(
  tx: Transaction,
  completing: Completing,
): Promise<Rejection | undefined> {
  const { task, data, actor, action, text, at } = completing;
  const prepared = await tx.one('Payment', { caseId: task.caseId, state: 'prepared' });
  if (prepared === undefined) return insertPayment(tx, completing);
  if (prepared.preparedBy === actor.userId) return SAME_PERSON;
  if (action.id === 'returned') {
    const reversed = { state: 'reversed', reversedReason: text } as const;
    await tx.update('Payment', { id: prepared.id }, reversed);
    return undefined;
  }
  const isSame =
    prepared.voucherNo === textAt(data, '/voucherNo') &&
    prepared.amountFen === valueAt(data, '/amountFen');
  if (!isSame) return DIFFERENT_VOUCHER;
  const paid = { state: 'paid', paidBy: actor.userId, paidAt: at } as const;
  await tx.update('Payment', { id: prepared.id }, paid);
  return undefined;
}

// A step with two signers is paid by both at once; otherwise the cashier still has to pay.
async function insertPayment(tx: Transaction, completing: Completing): Promise<undefined> {
  const { task, data, actor, caseRow, at } = completing;
  const signatures = await tx.find(
    'TaskSignature',
    { taskId: task.id },
    { orderBy: { at: 'asc' }, limit: 1 },
  );
  const first = signatures[0];
  const paid =
    first === undefined
      ? ({ state: 'prepared' } as const)
      : ({ state: 'paid', paidBy: actor.userId, paidAt: at } as const);
  await tx.insert('Payment', {
    id: randomUUID(),
    caseId: task.caseId,
    voucherNo: textAt(data, '/voucherNo') ?? null,
    method: textAt(data, '/method') ?? 'transfer',
    fund: caseRow.fund ?? 'fiscal',
    amountFen: Number(valueAt(data, '/amountFen') ?? 0),
    payee: textAt(data, '/payee') ?? caseRow.applicantName,
    preparedBy: first?.userId ?? actor.userId,
    preparedAt: at,
    ...paid,
  });
}

const SAME_PERSON = reject(
  'forbidden',
  '制单人与付款人不得为同一人。',
  'Expected another person than the one who prepared the voucher',
);

const DIFFERENT_VOUCHER = reject(
  'invalid_argument',
  '凭证号或金额与会计制单不一致，请核对。',
  'Expected the voucher and the amount that were prepared, but they differ',
);

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
