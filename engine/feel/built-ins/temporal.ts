import type { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { dayOfWeek, dayOfYear, daysInMonth, isValidDay, weekOfYear } from '../values/calendar.ts';
import { FeelNumber, toInteger } from '../values/number.ts';
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  formatTemporal,
  fromLocalNanos,
  instantNanos,
  MonthsDuration,
  NANOS_PER_SECOND,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import { localOf, offsetAt, parseZone, UTC, type Zone } from '../values/zone.ts';
import { define, failCall, number, oneOf, optional, type Signature, text } from './define.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

function parsed(run: Runtime, name: string, value: Value | undefined, given: string): Value {
  return value ?? failCall(run, name, `Expected a ${name}, but found '${given}'`);
}

function dateOfParts(run: Runtime, parts: readonly Decimal[]): Value {
  const [year = 0, month = 0, day = 0] = parts.map((part) => toInteger(part) ?? Number.NaN);
  const civil = { year, month, day };
  if (isValidDay(civil)) return new FeelDate(civil);
  return failCall(run, 'date', 'Expected a year, month and day of the calendar');
}

const OFFSET_SECONDS_MAX = 18n * 3600n;

function zoneOfOffset(offset: DaysDuration): Zone | undefined {
  const seconds = offset.nanos / NANOS_PER_SECOND;
  if (seconds > OFFSET_SECONDS_MAX || seconds < -OFFSET_SECONDS_MAX) return undefined;
  return { kind: 'offset', seconds: Number(seconds) };
}

function timeOfParts(
  run: Runtime,
  parts: readonly [Decimal, Decimal, Decimal],
  offset: DaysDuration | null,
): Value {
  const [hour, minute] = [toInteger(parts[0]), toInteger(parts[1])];
  const second = toInteger(parts[2].floor());
  const zone = offset === null ? null : zoneOfOffset(offset);
  const isClock =
    hour !== undefined && minute !== undefined && second !== undefined && zone !== undefined;
  const isInRange = (value: number, end: number) => value >= 0 && value < end;
  if (!isClock || !isInRange(hour, 24) || !isInRange(minute, 60) || !isInRange(second, 60)) {
    return failCall(run, 'time', 'Expected an hour, minute and second of the clock');
  }
  const nanos = parts[2].sub(second).mul(1e9).trunc().toNumber();
  return new FeelTime(hour * 3600 + minute * 60 + second, nanos, zone);
}

function inZone(run: Runtime, value: FeelDateTime, zoneText: string): Value {
  const zone = parseZone(zoneText);
  if (zone === undefined) return failCall(run, 'date and time', 'Expected a zone that exists');
  const instant = instantNanos(value);
  const offset = offsetAt(zone, Number(instant / NANOS_PER_SECOND));
  return fromLocalNanos(instant + BigInt(offset) * NANOS_PER_SECOND, zone) ?? null;
}

function nowIn(run: Runtime): FeelDateTime {
  const { day, secondOfDay, nanos } = localOf(run.zone, run.now);
  return new FeelDateTime(day, new FeelTime(secondOfDay, nanos, run.zone));
}

/** Whole months between two days; a month counts when its day, and then its time, is reached. */
function monthsBetween(from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): Value {
  const months = (to.day.year - from.day.year) * 12 + to.day.month - from.day.month;
  const isShort = months > 0 && to.day.day < from.day.day;
  const isLong = months < 0 && to.day.day > from.day.day;
  const whole = months - (isShort ? 1 : 0) + (isLong ? 1 : 0);
  return new MonthsDuration(whole === 0 ? 0 : whole);
}

const dayOf = (name: string) => oneOf<FeelDate | FeelDateTime>(name, FeelDate, FeelDateTime);
const instant = (name: string) => oneOf(name, FeelDateTime);

const constructors: readonly Signature[] = [
  define('date', [text('from')], (run, from) => parsed(run, 'date', parseDate(from), from)),
  define('date', [dayOf('from')], (_run, from) => new FeelDate(from.day)),
  define('date', [number('year'), number('month'), number('day')], (run, year, month, day) =>
    dateOfParts(run, [year, month, day]),
  ),
  define('time', [text('from')], (run, from) => parsed(run, 'time', parseTime(from), from)),
  define('time', [oneOf('from', FeelTime)], (_run, from) => from),
  define('time', [instant('from')], (_run, from) => from.time),
  define('time', [oneOf('from', FeelDate)], () => new FeelTime(0, 0, UTC)),
  define(
    'time',
    [number('hour'), number('minute'), number('second'), optional(oneOf('offset', DaysDuration))],
    (run, ...[hour, minute, second, offset]) => timeOfParts(run, [hour, minute, second], offset),
  ),
  define('date and time', [text('from')], (run, from) =>
    parsed(run, 'date and time', parseDateTime(from), from),
  ),
  define('date and time', [instant('from')], (_run, from) => from),
  define(
    'date and time',
    [dayOf('date'), oneOf('time', FeelTime)],
    (_run, date, time) => new FeelDateTime(date.day, time),
  ),
  define('date and time', [instant('date'), text('timezone')], inZone),
  define('duration', [text('from')], (run, from) =>
    parsed(run, 'duration', parseDuration(from), from),
  ),
  define(
    'duration',
    [oneOf<DaysDuration | MonthsDuration>('from', DaysDuration, MonthsDuration)],
    (_run, from) => from,
  ),
  define('years and months duration', [dayOf('from'), dayOf('to')], (_run, from, to) =>
    monthsBetween(from, to),
  ),
];

const clock: readonly Signature[] = [
  define('now', [], (run) => nowIn(run)),
  define('today', [], (run) => new FeelDate(nowIn(run).day)),
];

const properties: readonly Signature[] = [
  define('day of year', [dayOf('date')], (_run, date) => new FeelNumber(dayOfYear(date.day))),
  define('day of week', [dayOf('date')], (_run, date) => WEEKDAYS[dayOfWeek(date.day) - 1] ?? null),
  define('month of year', [dayOf('date')], (_run, date) => MONTHS[date.day.month - 1] ?? null),
  define('week of year', [dayOf('date')], (_run, date) => new FeelNumber(weekOfYear(date.day))),
  define('last day of month', [dayOf('date')], (_run, { day }) => {
    return new FeelDate({ ...day, day: daysInMonth(day.year, day.month) });
  }),
];

/** How often a cycle repeats; null means for ever. */
function cycleText(
  run: Runtime,
  repetitions: Decimal | null,
  interval: DaysDuration | MonthsDuration,
) {
  const count = repetitions === null ? undefined : toInteger(repetitions);
  if (repetitions !== null && (count === undefined || count < 0)) {
    return failCall(run, 'cycle', 'Expected a whole number of repetitions');
  }
  return `R${count ?? ''}/${formatTemporal(interval)}`;
}

const intervalOf = oneOf<DaysDuration | MonthsDuration>('interval', DaysDuration, MonthsDuration);

const cycles: readonly Signature[] = [
  define('cycle', [intervalOf], (run, interval) => cycleText(run, null, interval)),
  define('cycle', [optional(number('repetitions')), intervalOf], cycleText),
];

export const temporalFunctions: readonly Signature[] = [
  ...constructors,
  ...clock,
  ...properties,
  ...cycles,
];
