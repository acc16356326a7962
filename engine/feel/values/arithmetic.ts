import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { fromEpochDay, isValidDay, plusMonths, toEpochDay, YEAR_MAX } from './calendar.ts';
import { FeelNumber, finite } from './number.ts';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  fromLocalNanos,
  instantNanos,
  localNanos,
  MonthsDuration,
  NANOS_PER_DAY,
  NANOS_PER_SECOND,
  timeNanos,
  timeOfDay,
} from './temporal.ts';
import { typeOf, type Value } from './value.ts';
import { offsetAt, UTC } from './zone.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

type Operation = (left: Value, right: Value, run: Runtime) => Value | undefined;

/** Longer durations than the calendar itself have no use. */
const NANOS_MAX = BigInt(YEAR_MAX) * 2n * 366n * NANOS_PER_DAY;
const MONTHS_MAX = YEAR_MAX * 24;

function daysDuration(nanos: bigint): DaysDuration | null {
  return nanos > NANOS_MAX || nanos < -NANOS_MAX ? null : new DaysDuration(nanos);
}

function monthsDuration(months: Decimal | number): MonthsDuration | null {
  const whole = Math.trunc(Number(months));
  return Math.abs(whole) <= MONTHS_MAX ? new MonthsDuration(whole === 0 ? 0 : whole) : null;
}

function plusDays(value: FeelDate, nanos: bigint): FeelDate | null {
  const midnight = new FeelDateTime(value.day, new FeelTime(0, 0, null));
  const moved = fromLocalNanos(localNanos(midnight) + nanos, null);
  return moved ? new FeelDate(moved.day) : null;
}

/** A named zone may change its offset in between: the instant moves, the local clock follows. */
function plusNanos(value: FeelDateTime, nanos: bigint): FeelDateTime | null {
  const { zone } = value.time;
  if (zone === null || zone.kind === 'offset') {
    return fromLocalNanos(localNanos(value) + nanos, zone) ?? null;
  }
  const instant = instantNanos(value) + nanos;
  const offset = offsetAt(zone, Number(instant / NANOS_PER_SECOND));
  return fromLocalNanos(instant + BigInt(offset) * NANOS_PER_SECOND, zone) ?? null;
}

/** A date, time, or date and time moved by a duration, forward (1) or back (-1). */
function move(value: Value, by: Value, sign: 1 | -1): Value | undefined {
  if (by instanceof DaysDuration) {
    const nanos = by.nanos * BigInt(sign);
    if (value instanceof FeelDate) return plusDays(value, nanos);
    if (value instanceof FeelDateTime) return plusNanos(value, nanos);
    if (value instanceof FeelTime) {
      const local = BigInt(value.secondOfDay) * NANOS_PER_SECOND + BigInt(value.nanos);
      return timeOfDay(local + nanos, value.zone);
    }
  }
  if (by instanceof MonthsDuration) {
    if (!(value instanceof FeelDate || value instanceof FeelDateTime)) return undefined;
    const day = plusMonths(value.day, by.months * sign);
    if (!isValidDay(day)) return null;
    return value instanceof FeelDate ? new FeelDate(day) : new FeelDateTime(day, value.time);
  }
  return undefined;
}

const add: Operation = (left, right, run) => {
  if (left instanceof Decimal && right instanceof Decimal) {
    return finite(FeelNumber.add(left, right));
  }
  if (typeof left === 'string' && typeof right === 'string') {
    run.spendText(left.length + right.length);
    return left + right;
  }
  if (left instanceof DaysDuration && right instanceof DaysDuration) {
    return daysDuration(left.nanos + right.nanos);
  }
  if (left instanceof MonthsDuration && right instanceof MonthsDuration) {
    return monthsDuration(left.months + right.months);
  }
  return move(left, right, 1) ?? move(right, left, 1);
};

/** Beside a date and time, a date means its midnight. */
function asDateTime(value: Value, other: Value): FeelDateTime | undefined {
  if (value instanceof FeelDateTime) return value;
  if (!(value instanceof FeelDate)) return undefined;
  const isLocal = !(other instanceof FeelDateTime) || other.time.zone === null;
  return new FeelDateTime(value.day, new FeelTime(0, 0, isLocal ? null : UTC));
}

function difference(left: Value, right: Value): Value | undefined {
  if (left instanceof FeelTime && right instanceof FeelTime) {
    if ((left.zone === null) !== (right.zone === null)) return null;
    return daysDuration(timeNanos(left) - timeNanos(right));
  }
  const [start, end] = [asDateTime(right, left), asDateTime(left, right)];
  if (!start || !end) return undefined;
  if ((start.time.zone === null) !== (end.time.zone === null)) return null;
  return daysDuration(instantNanos(end) - instantNanos(start));
}

const subtract: Operation = (left, right) => {
  if (left instanceof Decimal && right instanceof Decimal) {
    return finite(FeelNumber.sub(left, right));
  }
  if (left instanceof DaysDuration && right instanceof DaysDuration) {
    return daysDuration(left.nanos - right.nanos);
  }
  if (left instanceof MonthsDuration && right instanceof MonthsDuration) {
    return monthsDuration(left.months - right.months);
  }
  return difference(left, right) ?? move(left, right, -1);
};

function scaleNanos(duration: DaysDuration, factor: Decimal): DaysDuration | null {
  const nanos = FeelNumber.mul(duration.nanos.toString(), factor);
  return nanos.isFinite() && nanos.abs().lt(NANOS_MAX.toString())
    ? daysDuration(BigInt(nanos.trunc().toFixed()))
    : null;
}

const multiply: Operation = (left, right) => {
  if (left instanceof Decimal && right instanceof Decimal) {
    return finite(FeelNumber.mul(left, right));
  }
  const [duration, factor] = left instanceof Decimal ? [right, left] : [left, right];
  if (!(factor instanceof Decimal)) return undefined;
  if (duration instanceof DaysDuration) return scaleNanos(duration, factor);
  if (duration instanceof MonthsDuration) {
    return monthsDuration(FeelNumber.mul(duration.months, factor));
  }
  return undefined;
};

const divide: Operation = (left, right, run) => {
  const divisor =
    right instanceof DaysDuration
      ? new FeelNumber(right.nanos.toString())
      : right instanceof MonthsDuration
        ? new FeelNumber(right.months)
        : right;
  if (!(divisor instanceof Decimal)) return undefined;
  if (divisor.isZero()) return run.warn('DIVISION_BY_ZERO', 'Division by zero');
  if (right instanceof DaysDuration) {
    return left instanceof DaysDuration
      ? FeelNumber.div(left.nanos.toString(), divisor)
      : undefined;
  }
  if (right instanceof MonthsDuration) {
    return left instanceof MonthsDuration ? FeelNumber.div(left.months, divisor) : undefined;
  }
  if (left instanceof Decimal) return finite(FeelNumber.div(left, divisor));
  if (left instanceof DaysDuration) return scaleNanos(left, FeelNumber.div(1, divisor));
  if (left instanceof MonthsDuration) return monthsDuration(FeelNumber.div(left.months, divisor));
  return undefined;
};

const power: Operation = (left, right, run) => {
  if (!(left instanceof Decimal && right instanceof Decimal)) return undefined;
  run.spend(10);
  return finite(FeelNumber.pow(left, right));
};

const operations: Readonly<Record<ArithmeticOperator, Operation>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};

/** Computes `left operator right`; null with a warning where the types do not go together. */
export function compute(
  operator: ArithmeticOperator,
  left: Value,
  right: Value,
  run: Runtime,
): Value {
  const result = operations[operator](left, right, run);
  if (result !== undefined) return result;
  const types = `${typeOf(left)} ${operator} ${typeOf(right)}`;
  return run.warn('INVALID_TYPE', `Expected operands that fit together, but found ${types}`);
}

/** The value with the other sign; only numbers and durations have one. */
export function negate(value: Value, run: Runtime): Value {
  if (value instanceof Decimal) return value.neg();
  if (value instanceof DaysDuration) return new DaysDuration(-value.nanos);
  if (value instanceof MonthsDuration) return monthsDuration(-value.months);
  return run.warn('INVALID_TYPE', `Expected a number or duration, but found ${typeOf(value)}`);
}

/** The whole days from one day to another. */
export function daysBetween(start: FeelDate, end: FeelDate): number {
  return toEpochDay(end.day) - toEpochDay(start.day);
}

/** The day that lies a number of days after another. */
export function dayAfter(start: FeelDate, days: number): FeelDate | null {
  const day = fromEpochDay(toEpochDay(start.day) + days);
  return isValidDay(day) ? new FeelDate(day) : null;
}
