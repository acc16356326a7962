import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { toEpochDay } from './calendar.ts';
import { FeelContext } from './context.ts';
import { FeelRange } from './range.ts';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  instantNanos,
  MonthsDuration,
  timeNanos,
} from './temporal.ts';
import { isList, type List, typeOf, type Value } from './value.ts';

const NANOS_PER_MS = 1_000_000n;

function order<T extends number | bigint | string>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Compares texts by code points, so that the order does not depend on a locale. */
function orderText(left: string, right: string): number {
  if (left === right) return 0;
  const [leftPoints, rightPoints] = [Array.from(left), Array.from(right)];
  const length = Math.min(leftPoints.length, rightPoints.length);
  for (let index = 0; index < length; index += 1) {
    const [a, b] = [leftPoints[index]?.codePointAt(0), rightPoints[index]?.codePointAt(0)];
    if (a !== b) return order(a ?? 0, b ?? 0);
  }
  return order(leftPoints.length, rightPoints.length);
}

function isBothLocalOrNeither(left: FeelTime, right: FeelTime): boolean {
  return (left.zone === null) === (right.zone === null);
}

/** Negative, zero or positive; undefined where the two have no common order. */
export function compareValues(left: Value, right: Value): number | undefined {
  if (left instanceof Decimal && right instanceof Decimal) return left.comparedTo(right);
  if (typeof left === 'string' && typeof right === 'string') return orderText(left, right);
  if (left instanceof FeelDate && right instanceof FeelDate) {
    return order(toEpochDay(left.day), toEpochDay(right.day));
  }
  if (left instanceof FeelTime && right instanceof FeelTime) {
    if (!isBothLocalOrNeither(left, right)) return undefined;
    return order(timeNanos(left), timeNanos(right));
  }
  if (left instanceof FeelDateTime && right instanceof FeelDateTime) {
    if (!isBothLocalOrNeither(left.time, right.time)) return undefined;
    return order(instantNanos(left), instantNanos(right));
  }
  if (left instanceof DaysDuration && right instanceof DaysDuration) {
    return order(left.nanos, right.nanos);
  }
  if (left instanceof MonthsDuration && right instanceof MonthsDuration) {
    return order(left.months, right.months);
  }
  return undefined;
}

/** Times are equal within a millisecond, as the conformance kit asks. */
function areTimesEqual(left: FeelTime, right: FeelTime): boolean {
  if (!isBothLocalOrNeither(left, right)) return false;
  return timeNanos(left) / NANOS_PER_MS === timeNanos(right) / NANOS_PER_MS;
}

function areDateTimesEqual(left: FeelDateTime, right: FeelDateTime): boolean {
  if (!isBothLocalOrNeither(left.time, right.time)) return false;
  return instantNanos(left) / NANOS_PER_MS === instantNanos(right) / NANOS_PER_MS;
}

function areListsEqual(left: List, right: List, run: Runtime): boolean {
  if (left.length !== right.length) return false;
  return left.every((value, index) => equalValues(value, right[index] ?? null, run) === true);
}

function areContextsEqual(left: FeelContext, right: FeelContext, run: Runtime): boolean {
  const keys = left.keys();
  if (keys.length !== right.keys().length) return false;
  return keys.every((key) => {
    const other = right.get(key);
    return other !== undefined && equalValues(left.get(key) ?? null, other, run) === true;
  });
}

function areEndsEqual(left: Value | undefined, right: Value | undefined, run: Runtime): boolean {
  if (left === undefined || right === undefined) return left === right;
  return equalValues(left, right, run) === true;
}

function areRangesEqual(left: FeelRange, right: FeelRange, run: Runtime): boolean {
  return (
    left.form === right.form &&
    left.isStartIncluded === right.isStartIncluded &&
    left.isEndIncluded === right.isEndIncluded &&
    areEndsEqual(left.start, right.start, run) &&
    areEndsEqual(left.end, right.end, run)
  );
}

/** True or false for values of one type or null; null (not comparable) for different types. */
export function equalValues(left: Value, right: Value, run: Runtime): boolean | null {
  run.spend(1);
  if (left === null || right === null) return left === right;
  if (isList(left) && isList(right)) return areListsEqual(left, right, run);
  if (left instanceof FeelContext && right instanceof FeelContext) {
    return areContextsEqual(left, right, run);
  }
  if (left instanceof FeelRange && right instanceof FeelRange) {
    return areRangesEqual(left, right, run);
  }
  if (left instanceof FeelTime && right instanceof FeelTime) return areTimesEqual(left, right);
  if (left instanceof FeelDateTime && right instanceof FeelDateTime) {
    return areDateTimesEqual(left, right);
  }
  if (typeOf(left) !== typeOf(right)) return null;
  const compared = compareValues(left, right);
  return compared === undefined ? left === right : compared === 0;
}

/** Whether a value lies in a range; null where it cannot be compared with an end. */
export function isInRange(value: Value, range: FeelRange, run: Runtime): boolean | null {
  if (range.form !== 'interval') {
    const isEqual = equalValues(value, range.start ?? null, run);
    return isEqual === null ? null : isEqual === (range.form === 'equal');
  }
  const fromStart = range.start === undefined ? 1 : compareValues(value, range.start);
  const toEnd = range.end === undefined ? -1 : compareValues(value, range.end);
  if (fromStart === undefined || toEnd === undefined) return null;
  const isAfterStart = fromStart > 0 || (fromStart === 0 && range.isStartIncluded);
  return isAfterStart && (toEnd < 0 || (toEnd === 0 && range.isEndIncluded));
}
