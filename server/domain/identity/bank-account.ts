import { isLuhn } from './check-digits.ts';

const SHAPE = /^\d{12,19}$/;

/** The kinds of account that relief is paid to. */
export type BankAccountKind = '银行卡' | '社保卡' | '惠农一卡通' | '存折';

/** Whether an account number is right, only doubtful, or wrong. */
export type BankAccountCheck = 'valid' | 'doubtful' | 'invalid';

/** Checks an account number; passbooks and 一卡通 accounts need not have a Luhn check digit. */
export function checkBankAccount(input: string, kind: BankAccountKind): BankAccountCheck {
  const digits = input.replaceAll(/[\s-]/g, '');
  if (!SHAPE.test(digits)) return 'invalid';
  if (isLuhn(digits)) return 'valid';
  return kind === '存折' || kind === '惠农一卡通' ? 'doubtful' : 'invalid';
}
