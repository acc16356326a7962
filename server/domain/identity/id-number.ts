import { isRealDate, yearsBetween } from '../calendar/calendar-date.ts';
import { idCheckDigit } from './check-digits.ts';

const SHAPE = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

/** What an 18-digit identity number says by itself. */
export interface IdNumber {
  readonly text: string;
  readonly division: string;
  readonly birth: string;
  readonly gender: 'male' | 'female';
  /** Residence permits of people from Hong Kong, Macao and Taiwan carry their own prefixes. */
  readonly kind: 'resident' | 'hong_kong' | 'macao' | 'taiwan';
}

/** Why a text is not an identity number. */
export type IdNumberFault = 'shape' | 'date' | 'check_digit';

/** Reads an identity number; the fault tells which rule it breaks. */
export function readIdNumber(input: string): IdNumber | IdNumberFault {
  const text = input.trim().toUpperCase();
  if (!SHAPE.test(text)) return 'shape';
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isRealDate(birth)) return 'date';
  if (idCheckDigit(text.slice(0, 17)) !== text.charAt(17)) return 'check_digit';
  return {
    text,
    division: text.slice(0, 6),
    birth,
    gender: Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female',
    kind: kindOf(text.slice(0, 6)),
  };
}

/** Whether a text is a valid 18-digit identity number. */
export function isIdNumber(input: string): boolean {
  return typeof readIdNumber(input) === 'object';
}

/** Full years of age on a day. */
export function ageOn(birth: string, day: string): number {
  return yearsBetween(birth, day);
}

function kindOf(division: string): IdNumber['kind'] {
  if (division === '810000') return 'hong_kong';
  if (division === '820000') return 'macao';
  return division === '830000' ? 'taiwan' : 'resident';
}
