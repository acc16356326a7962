import { randomUUID } from 'node:crypto';
import { type Rejection, reject } from '../domain/rejection.ts';
import type { Completing } from './complete-task.ts';
import { textAt, valueAt } from './json-pointer.ts';
import type { PaymentRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { signersOf } from './task-headers.ts';

/** The actions of a cashier; every other action of a step that pays prepares a voucher. */
const PAID = 'paid';
const RETURNED = 'returned';

/** Whether a completed task moves money: a payment, or relief in an emergency by two persons. */
export function isPayment({ task, data }: Completing): boolean {
  if (task.act === 'pay') return true;
  const isByTwo = signersOf(task.headers) > 1;
  return task.act === 'handle' && isByTwo && textAt(data, '/voucherNo') !== undefined;
}

/**
 * Writes what a step did with the money. A step of two signers pays at once; otherwise one person
 * prepares the voucher and another one pays it or sends it back.
 */
export async function recordPayment(
  tx: Transaction,
  completing: Completing,
): Promise<Rejection | undefined> {
  const { task, action } = completing;
  if (signersOf(task.headers) > 1) return payAtOnce(tx, completing);
  const prepared = await tx.one('Payment', { caseId: task.caseId, state: 'prepared' });
  if (action.id !== PAID && action.id !== RETURNED) return prepare(tx, completing, prepared);
  if (prepared === undefined) return NOTHING_PREPARED;
  if (prepared.preparedBy === completing.actor.userId) return SAME_PERSON;
  if (action.id === PAID) return pay(tx, completing, prepared);
  await reverse(tx, prepared, completing.text);
  return undefined;
}

async function payAtOnce(tx: Transaction, completing: Completing): Promise<undefined> {
  const { task, actor, at } = completing;
  const [first] = await tx.find(
    'TaskSignature',
    { taskId: task.id },
    { orderBy: { at: 'asc' }, limit: 1 },
  );
  const preparedBy = first?.userId ?? actor.userId;
  await insert(tx, completing, { state: 'paid', preparedBy, paidBy: actor.userId, paidAt: at });
}

// A voucher that is made out anew takes the place of the one that was never paid.
async function prepare(
  tx: Transaction,
  completing: Completing,
  before: PaymentRow | undefined,
): Promise<undefined> {
  if (before !== undefined) await reverse(tx, before, '重新制单');
  await insert(tx, completing, { state: 'prepared', preparedBy: completing.actor.userId });
}

async function pay(
  tx: Transaction,
  { data, actor, at }: Completing,
  prepared: PaymentRow,
): Promise<Rejection | undefined> {
  const isSame =
    prepared.voucherNo === (textAt(data, '/voucherNo') ?? null) &&
    prepared.amountFen === valueAt(data, '/amountFen');
  if (!isSame) return DIFFERENT_VOUCHER;
  const paid = { state: 'paid', paidBy: actor.userId, paidAt: at } as const;
  await tx.update('Payment', { id: prepared.id }, paid);
  return undefined;
}

async function reverse(tx: Transaction, { id }: PaymentRow, reason: string): Promise<void> {
  const reversed = { state: 'reversed', reversedReason: reason.slice(0, 500) } as const;
  await tx.update('Payment', { id }, reversed);
}

async function insert(
  tx: Transaction,
  { task, data, caseRow, at }: Completing,
  hands: Partial<PaymentRow> & Pick<PaymentRow, 'state'>,
): Promise<void> {
  await tx.insert('Payment', {
    id: randomUUID(),
    caseId: task.caseId,
    voucherNo: textAt(data, '/voucherNo') ?? null,
    method: textAt(data, '/method') ?? 'transfer',
    fund: caseRow.fund ?? 'fiscal',
    amountFen: Number(valueAt(data, '/amountFen') ?? 0),
    payee: textAt(data, '/payee') ?? caseRow.applicantName,
    preparedAt: at,
    ...hands,
  });
}

const NOTHING_PREPARED = reject(
  'invalid_state',
  '没有待支付的凭证，请先由会计制单。',
  'Expected a prepared voucher, but there is none',
);

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
