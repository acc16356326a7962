import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { dayAfter, daysBetween } from './arithmetic.ts';
import { FeelRange } from './range.ts';
import { FeelDate } from './temporal.ts';
import { isList, typeOf, type Value } from './value.ts';

function* numbers(start: Decimal, end: Decimal): Generator<Value> {
  const step = start.lte(end) ? 1 : -1;
  const steps = end.sub(start).abs();
  for (let index = 0; steps.gte(index); index += 1) yield start.add(index * step);
}

function* days(start: FeelDate, end: FeelDate): Generator<Value> {
  const count = daysBetween(start, end);
  const step = count < 0 ? -1 : 1;
  for (let index = 0; index <= Math.abs(count); index += 1) yield dayAfter(start, index * step);
}

/** From one whole number or date to another, up or down. */
function between(start: Value, end: Value, run: Runtime): Iterable<Value> | null {
  if (start instanceof Decimal && end instanceof Decimal) return numbers(start, end);
  if (start instanceof FeelDate && end instanceof FeelDate) return days(start, end);
  const types = `${typeOf(start)} and ${typeOf(end)}`;
  return run.warn('INVALID_TYPE', `Expected two numbers or dates to iterate, but found ${types}`);
}

function inRange(range: FeelRange, run: Runtime): Iterable<Value> | null {
  const { start = null, end = null } = range;
  const isDown =
    (start instanceof Decimal && end instanceof Decimal && start.gt(end)) ||
    (start instanceof FeelDate && end instanceof FeelDate && daysBetween(start, end) < 0);
  if (isDown) return run.warn('INVALID_TYPE', 'Expected a range whose start is before its end');
  if (range.form !== 'interval') return between(null, null, run);
  const first = range.isStartIncluded ? start : next(start, 1);
  const last = range.isEndIncluded ? end : next(end, -1);
  const isEmpty =
    start instanceof Decimal && first instanceof Decimal && last instanceof Decimal
      ? first.gt(last)
      : first instanceof FeelDate && last instanceof FeelDate && daysBetween(first, last) < 0;
  return isEmpty ? [] : between(first, last, run);
}

function next(value: Value, step: 1 | -1): Value {
  if (value instanceof Decimal) return value.add(step);
  return value instanceof FeelDate ? dayAfter(value, step) : value;
}

/** The items of a list or a range; any other value but null counts as a list of one. */
function over(value: Value, run: Runtime): Iterable<Value> | null {
  if (isList(value)) return value;
  if (value instanceof FeelRange) return inRange(value, run);
  return value === null
    ? run.warn('INVALID_TYPE', 'Expected a list to iterate, but found null')
    : [value];
}

/** What loops run over. Numbers and dates are made one by one, so that fuel can stop a loop. */
export const iterate = { between, over };
