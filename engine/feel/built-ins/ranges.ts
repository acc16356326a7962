import type { Runtime } from '../runtime.ts';
import { compareValues } from '../values/compare.ts';
import { FeelRange } from '../values/range.ts';
import type { Value } from '../values/value.ts';
import { any, define, failCall, type Signature } from './define.ts';

/** An interval with ends as numbers of no unit: what is left of a range when it is compared. */
interface Interval {
  readonly start: Value | undefined;
  readonly end: Value | undefined;
  readonly isStartIncluded: boolean;
  readonly isEndIncluded: boolean;
}

/** A point is an interval of one value. */
function toInterval(value: Value): Interval {
  if (!(value instanceof FeelRange)) {
    return { start: value, end: value, isStartIncluded: true, isEndIncluded: true };
  }
  if (value.form === 'equal') return toInterval(value.start ?? null);
  return value;
}

/** Thrown inside this file only, where two values have no order. */
class NotComparable extends Error {}

/** Compares two ends; an end that is not there lies beyond all values on its side. */
function order(
  left: Value | undefined,
  leftSide: number,
  right: Value | undefined,
  rightSide: number,
) {
  if (left === undefined || right === undefined) {
    return (left === undefined ? leftSide : 0) - (right === undefined ? rightSide : 0);
  }
  const compared = compareValues(left, right);
  if (compared === undefined) throw new NotComparable();
  return compared;
}

const startToStart = (a: Interval, b: Interval) => order(a.start, -1, b.start, -1);
const endToEnd = (a: Interval, b: Interval) => order(a.end, 1, b.end, 1);
const endToStart = (a: Interval, b: Interval) => order(a.end, 1, b.start, -1);

type Relation = (a: Interval, b: Interval) => boolean;

const isBefore: Relation = (a, b) => {
  const compared = endToStart(a, b);
  return compared < 0 || (compared === 0 && !(a.isEndIncluded && b.isStartIncluded));
};

const meets: Relation = (a, b) => a.isEndIncluded && b.isStartIncluded && endToStart(a, b) === 0;

const overlaps: Relation = (a, b) => !isBefore(a, b) && !isBefore(b, a);

const overlapsBefore: Relation = (a, b) => {
  const starts = startToStart(a, b);
  const ends = endToEnd(a, b);
  const isEarlier = starts < 0 || (starts === 0 && a.isStartIncluded && !b.isStartIncluded);
  const isShorter = ends < 0 || (ends === 0 && (!a.isEndIncluded || b.isEndIncluded));
  return isEarlier && !isBefore(a, b) && isShorter;
};

const overlapsAfter: Relation = (a, b) => {
  const starts = startToStart(b, a);
  const ends = endToEnd(b, a);
  const isLater = starts < 0 || (starts === 0 && b.isStartIncluded && !a.isStartIncluded);
  const isLonger = ends < 0 || (ends === 0 && (!b.isEndIncluded || a.isEndIncluded));
  return isLater && !isBefore(b, a) && isLonger;
};

const finishes: Relation = (a, b) => {
  const starts = startToStart(a, b);
  const isInside = starts > 0 || (starts === 0 && (!a.isStartIncluded || b.isStartIncluded));
  return a.isEndIncluded === b.isEndIncluded && endToEnd(a, b) === 0 && isInside;
};

const starts: Relation = (a, b) => {
  const ends = endToEnd(a, b);
  const isInside = ends < 0 || (ends === 0 && (!a.isEndIncluded || b.isEndIncluded));
  return a.isStartIncluded === b.isStartIncluded && startToStart(a, b) === 0 && isInside;
};

const includes: Relation = (a, b) => {
  const fromStart = startToStart(a, b);
  const toEnd = endToEnd(a, b);
  const isStartInside =
    fromStart < 0 || (fromStart === 0 && (a.isStartIncluded || !b.isStartIncluded));
  const isEndInside = toEnd > 0 || (toEnd === 0 && (a.isEndIncluded || !b.isEndIncluded));
  return isStartInside && isEndInside;
};

const coincides: Relation = (a, b) =>
  startToStart(a, b) === 0 &&
  endToEnd(a, b) === 0 &&
  a.isStartIncluded === b.isStartIncluded &&
  a.isEndIncluded === b.isEndIncluded;

function decide(run: Runtime, name: string, relation: Relation, ends: readonly [Value, Value]) {
  try {
    return relation(toInterval(ends[0]), toInterval(ends[1]));
  } catch (error) {
    if (!(error instanceof NotComparable)) throw error;
    return failCall(run, name, 'Expected points or ranges that compare');
  }
}

function relation(name: string, holds: Relation): Signature {
  return define(name, [any('a'), any('b')], (run, a, b) => decide(run, name, holds, [a, b]));
}

const inverse =
  (holds: Relation): Relation =>
  (a, b) =>
    holds(b, a);

export const rangeFunctions: readonly Signature[] = [
  relation('before', isBefore),
  relation('after', inverse(isBefore)),
  relation('meets', meets),
  relation('met by', inverse(meets)),
  relation('overlaps', overlaps),
  relation('overlaps before', overlapsBefore),
  relation('overlaps after', overlapsAfter),
  relation('finishes', finishes),
  relation('finished by', inverse(finishes)),
  relation('includes', includes),
  relation('during', inverse(includes)),
  relation('starts', starts),
  relation('started by', inverse(starts)),
  relation('coincides', coincides),
];
