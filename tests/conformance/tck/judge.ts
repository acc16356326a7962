import type { JsonValue } from '../../../engine/feel/index.ts';
import {
  FeelDateTime,
  formatTemporal,
  instantNanos,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../../../engine/feel/values/temporal.ts';
import type { Expected } from './cases.ts';

const TOLERANCE = 1e-8;

function isRecord(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areNumbersEqual(expected: number, actual: JsonValue): boolean {
  if (typeof actual !== 'number') return false;
  const scale = Math.max(1, Math.abs(expected), Math.abs(actual));
  return Math.abs(expected - actual) <= TOLERANCE * scale;
}

/** Writes a date, time or duration in one way, so that equal values have equal text. */
function normalize(type: string, text: string): string | undefined {
  if (type === 'date') return parseDate(text) && text;
  if (type === 'dateTime') {
    const value = parseDateTime(text);
    if (!(value instanceof FeelDateTime)) return undefined;
    return `${value.time.zone === null ? 'local' : 'zoned'} ${instantNanos(value)}`;
  }
  const value = type === 'time' ? parseTime(text) : parseDuration(text);
  return value && formatTemporal(value);
}

function isValueEqual(type: string, text: string, actual: JsonValue): boolean {
  switch (type) {
    case 'boolean':
      return actual === (text === 'true');
    case 'decimal':
    case 'double':
    case 'integer':
      return areNumbersEqual(Number(text), actual);
    case 'date':
    case 'time':
    case 'dateTime':
    case 'duration': {
      const expected = normalize(type, text);
      const found = typeof actual === 'string' ? normalize(type, actual) : undefined;
      return expected !== undefined && expected === found;
    }
    default:
      return actual === text;
  }
}

/** Whether an answer is the expected one, by value. */
export function isExpected(expected: Expected, actual: JsonValue): boolean {
  switch (expected.kind) {
    case 'null':
      return actual === null;
    case 'value':
      return isValueEqual(expected.type, expected.text, actual);
    case 'list':
      return (
        Array.isArray(actual) &&
        actual.length === expected.items.length &&
        expected.items.every((item, index) => isExpected(item, actual[index] ?? null))
      );
    case 'context':
      return (
        isRecord(actual) &&
        Object.keys(actual).length === expected.entries.size &&
        [...expected.entries].every(
          ([key, each]) => Object.hasOwn(actual, key) && isExpected(each, actual[key] ?? null),
        )
      );
    default:
      return expected satisfies never;
  }
}
