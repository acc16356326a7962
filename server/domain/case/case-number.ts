import { isRealDate } from '../calendar/calendar-date.ts';
import { isLuhn, luhnDigit } from '../identity/check-digits.ts';

const SHAPE = /^\d{21}$/;
const SEQUENCE_MAX = 99_999;

/** The parts of a case number (受理编号). */
export interface CaseNumber {
  readonly county6: string;
  readonly town3: string;
  readonly date: string;
  readonly sequence: number;
}

/** Writes a case number: county, town, day, number of the day, and a check digit; 21 digits. */
export function writeCaseNumber(parts: CaseNumber): string {
  if (!Number.isInteger(parts.sequence) || parts.sequence < 1 || parts.sequence > SEQUENCE_MAX) {
    throw new RangeError(
      `Expected a sequence from 1 to ${SEQUENCE_MAX}, but got ${parts.sequence}`,
    );
  }
  const day = parts.date.replaceAll('-', '').slice(2);
  const digits = parts.county6 + parts.town3 + day + String(parts.sequence).padStart(5, '0');
  return digits + luhnDigit(digits);
}

/** Reads a case number as a citizen types it; spaces and dashes do not matter. */
export function readCaseNumber(input: string): CaseNumber | undefined {
  const digits = input.replaceAll(/[\s-]/g, '');
  if (!SHAPE.test(digits) || !isLuhn(digits)) return undefined;
  const date = `20${digits.slice(9, 11)}-${digits.slice(11, 13)}-${digits.slice(13, 15)}`;
  if (!isRealDate(date)) return undefined;
  return {
    county6: digits.slice(0, 6),
    town3: digits.slice(6, 9),
    date,
    sequence: Number(digits.slice(15, 20)),
  };
}

/** The series that the numbers of one town and day are taken from. */
export function caseNumberSeries(county6: string, town3: string, date: string): string {
  return `case:${county6}${town3}:${date}`;
}
