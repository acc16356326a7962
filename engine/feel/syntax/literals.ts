import { FeelNumber } from '../values/number.ts';
import {
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  type Temporal,
} from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import { childOf, type Emit } from './code.ts';

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g;
const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** The text between the quotes; an escape that FEEL does not know stays as written. */
export function unquote(text: string): string {
  return text
    .slice(1, -1)
    .replace(ESCAPE, (all: string, short?: string, long?: string, sign?: string) => {
      const hex = short ?? long;
      if (hex === undefined) return (sign === undefined ? undefined : ESCAPED[sign]) ?? all;
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
}

/** Reads what may follow `@`: a date, a date and time, a time, or a duration. */
export function parseTemporal(text: string): Temporal | undefined {
  if (/^-?P/.test(text)) return parseDuration(text);
  if (text.includes('T')) return parseDateTime(text);
  return parseDate(text) ?? parseTime(text);
}

export const numericLiteral: Emit = (node) => {
  const value = new FeelNumber(node.text.replace(/\s/g, ''));
  const known: Value = value.isFinite() ? value : null;
  return () => known;
};

export const stringLiteral: Emit = (node) => {
  const value = unquote(node.text);
  return () => value;
};

export const booleanLiteral: Emit = (node) => {
  const value = node.text === 'true';
  return () => value;
};

export const nullLiteral: Emit = () => () => null;

export const atLiteral: Emit = (node) => {
  const text = unquote(childOf(node, 'StringLiteral').text);
  const value = parseTemporal(text);
  if (value !== undefined) return () => value;
  return (_scope, run) =>
    run.warn('INVALID_TYPE', `Expected a date, time or duration, but found '${text}'`);
};
