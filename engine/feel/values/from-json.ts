import { FeelFailure } from '../failure.ts';
import type { JsonValue } from '../public.ts';
import { FeelContext } from './context.ts';
import { FeelNumber } from './number.ts';
import type { Value } from './value.ts';

function isJsonList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

const DEPTH_MAX = 1000;

/** JSON to FEEL: text stays text (a date in JSON is a string until the expression says `date`). */
export function fromJson(value: JsonValue, depth = 0): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? new FeelNumber(value) : null;
  if (depth > DEPTH_MAX) {
    throw new FeelFailure('depth', `Expected a variable at most ${DEPTH_MAX} levels deep.`);
  }
  if (isJsonList(value)) return value.map((each) => fromJson(each, depth + 1));
  return FeelContext.fromJsonObject(value);
}
