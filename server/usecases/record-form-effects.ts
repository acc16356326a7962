import { randomUUID } from 'node:crypto';
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
  if (task.act === 'pay' && valueAt(data, '/voucherNo') !== undefined) {
    return recordPayment(tx, completing);
  }
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

// The accountant's form prepares the voucher, the cashier's pays it; never the same person.
async function recordPayment(
  tx: Transaction,
  { task, data, actor, caseRow, at }: Completing,
): Promise<Rejection | undefined> {
  const voucherNo = textAt(data, '/voucherNo') ?? '';
  const prepared = await tx.one('Payment', { caseId: task.caseId, state: 'prepared' });
  if (prepared === undefined) {
    await tx.insert('Payment', {
      id: randomUUID(),
      caseId: task.caseId,
      voucherNo,
      method: textAt(data, '/method') ?? 'transfer',
      fund: caseRow.fund ?? 'fiscal',
      amountFen: Number(valueAt(data, '/amountFen') ?? 0),
      payee: textAt(data, '/payee') ?? caseRow.applicantName,
      preparedBy: actor.userId,
      preparedAt: at,
      state: 'prepared',
    });
    return undefined;
  }
  if (prepared.preparedBy === actor.userId) {
    return reject(
      'forbidden',
      '制单人与付款人不得为同一人。',
      'Expected another person than the one who prepared the voucher',
    );
  }
  const isSame =
    prepared.voucherNo === voucherNo && prepared.amountFen === valueAt(data, '/amountFen');
  if (!isSame) {
    return reject(
      'invalid_argument',
      '凭证号或金额与会计制单不一致，请核对。',
      'Expected the voucher and the amount that were prepared, but they differ',
    );
  }
  const paid = { state: 'paid', paidBy: actor.userId, paidAt: at } as const;
  await tx.update('Payment', { id: prepared.id }, paid);
  return undefined;
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
