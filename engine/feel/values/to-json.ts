import { Decimal } from 'decimal.js';
import { FeelFailure } from '../failure.ts';
import type { JsonValue } from '../public.ts';
import type { Runtime } from '../runtime.ts';
import type { FeelContext } from './context.ts';
import { FeelRange } from './range.ts';
import { temporalJson } from './temporal-json.ts';
import { valueText } from './to-text.ts';
import { FeelFunction, isList, isTemporal, type Value } from './value.ts';

const DEPTH_MAX = 1000;

/** FEEL's numbers reach further than those that JSON readers know. */
function numberJson(value: Decimal, run: Runtime): JsonValue {
  const number = value.toNumber();
  if (Number.isFinite(number)) return number === 0 ? 0 : number;
  return run.warn('OUT_OF_RANGE', 'Expected a number that JSON can hold');
}

function contextJson(value: FeelContext, run: Runtime, depth: number): JsonValue {
  const entries = value
    .entries()
    .map(([key, each]) => [key, toJson(each, run, depth + 1)] as const);
  return Object.fromEntries(entries);
}

/**
 * FEEL to JSON: dates, times, durations and ranges as ISO text, whole numbers as integers.
 * A function has no JSON: null with a warning.
 */
export function toJson(value: Value, run: Runtime, depth = 0): JsonValue {
  run.spend(1);
  if (depth > DEPTH_MAX) {
    throw new FeelFailure('depth', `Expected a value at most ${DEPTH_MAX} levels deep.`);
  }
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    run.spendText(value.length);
    return value;
  }
  if (value instanceof Decimal) return numberJson(value, run);
  if (isTemporal(value)) return temporalJson(value);
  if (value instanceof FeelRange) return valueText(value, run);
  if (value instanceof FeelFunction) {
    return run.warn('INVALID_TYPE', `Expected a value, but found the function '${value.name}'`);
  }
  if (isList(value)) return value.map((each) => toJson(each, run, depth + 1));
  return contextJson(value, run, depth);
}
