import { createHmac, scryptSync, timingSafeEqual } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const WRONG_MAX = 5;
const LOCK_MS = 30 * 60_000;
// The code has 60 random bits; the cost only has to make trying out a stolen table pointless.
const COST = { N: 4096, r: 8, p: 1 };

/** What is stored about the query code of a case. */
export interface QueryCodeRecord {
  readonly hash: string;
  readonly failures: number;
  readonly lockedUntil: number | null;
}

/** What came of a try; a wrong one gives the record to store. */
export type QueryCodeTry =
  | { readonly type: 'right'; readonly record: QueryCodeRecord }
  | { readonly type: 'wrong'; readonly record: QueryCodeRecord }
  | { readonly type: 'locked'; readonly until: number };

/** Makes a query code (查询码) of 12 Crockford base-32 characters from 12 random bytes. */
export function makeQueryCode(random: Uint8Array): string {
  if (random.length < LENGTH) throw new RangeError(`Expected ${LENGTH} bytes, but got fewer`);
  return [...random.subarray(0, LENGTH)].map((byte) => ALPHABET.charAt(byte & 31)).join('');
}

/**
 * The query code of an application that was handed in from a draft: the same each time, so that an
 * answer that was lost can be given again without storing the code.
 */
export function queryCodeOfDraft(draftId: string, key: string): string {
  return makeQueryCode(createHmac('sha256', key).update(`query-code:${draftId}`).digest());
}

/** Prints a query code in three groups of four. */
export function formatQueryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Brings a typed code to its one form: upper case, no separators, look-alikes replaced. */
export function normalizeQueryCode(input: string): string {
  const text = input.toUpperCase().replaceAll(/[\s-]/g, '');
  return text.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** The hash to store; the case number is the salt. */
export function hashQueryCode(caseNumber: string, code: string): string {
  return scryptSync(normalizeQueryCode(code), caseNumber, 32, COST).toString('hex');
}

/** Tries a code. After five wrong ones in a row the case is locked for half an hour. */
export function tryQueryCode(
  record: QueryCodeRecord,
  caseNumber: string,
  input: string,
  now: number,
): QueryCodeTry {
  if (record.lockedUntil !== null && now < record.lockedUntil) {
    return { type: 'locked', until: record.lockedUntil };
  }
  const given = Buffer.from(hashQueryCode(caseNumber, input), 'hex');
  const stored = Buffer.from(record.hash, 'hex');
  if (given.length === stored.length && timingSafeEqual(given, stored)) {
    return { type: 'right', record: { ...record, failures: 0, lockedUntil: null } };
  }
  const before = record.lockedUntil === null ? record.failures : 0;
  const failures = before + 1;
  const lockedUntil = failures >= WRONG_MAX ? now + LOCK_MS : null;
  return { type: 'wrong', record: { ...record, failures, lockedUntil } };
}
