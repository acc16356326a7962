import { type CivilDay, fromEpochDay, isValidDay, toEpochDay } from './calendar.ts';
import { formatZone, offsetAtLocal, parseZone, type Zone } from './zone.ts';

export const NANOS_PER_SECOND = 1_000_000_000n;
export const SECONDS_PER_DAY = 86_400;
export const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;

/** A day without a time. */
export class FeelDate {
  readonly day: CivilDay;

  constructor(day: CivilDay) {
    this.day = day;
  }
}

/** A time of day, local or with a zone. */
export class FeelTime {
  readonly secondOfDay: number;
  readonly nanos: number;
  readonly zone: Zone | null;

  constructor(secondOfDay: number, nanos: number, zone: Zone | null) {
    this.secondOfDay = secondOfDay;
    this.nanos = nanos;
    this.zone = zone;
  }
}

/** A day with a time. */
export class FeelDateTime {
  readonly day: CivilDay;
  readonly time: FeelTime;

  constructor(day: CivilDay, time: FeelTime) {
    this.day = day;
    this.time = time;
  }
}

/** A duration of days, hours, minutes, seconds: an exact length. */
export class DaysDuration {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** A duration of years and months: its length depends on the date it is added to. */
export class MonthsDuration {
  readonly months: number;

  constructor(months: number) {
    this.months = months;
  }
}

export type Temporal = FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration;

/** Nanoseconds of the local clock since 1970, whatever the zone. */
export function localNanos(value: FeelDateTime): bigint {
  return (
    BigInt(toEpochDay(value.day)) * NANOS_PER_DAY +
    BigInt(value.time.secondOfDay) * NANOS_PER_SECOND +
    BigInt(value.time.nanos)
  );
}

/** Nanoseconds since 1970 in UTC; a local date and time counts as UTC. */
export function instantNanos(value: FeelDateTime): bigint {
  return localNanos(value) - BigInt(offsetSecondsOf(value)) * NANOS_PER_SECOND;
}

export function offsetSecondsOf(value: FeelDateTime): number {
  if (value.time.zone === null) return 0;
  const local = toEpochDay(value.day) * SECONDS_PER_DAY + value.time.secondOfDay;
  return offsetAtLocal(value.time.zone, local);
}

/** Nanoseconds since midnight UTC; a local time counts as UTC. */
export function timeNanos(value: FeelTime): bigint {
  const offset = value.zone === null ? 0 : offsetAtLocal(value.zone, value.secondOfDay);
  return BigInt(value.secondOfDay - offset) * NANOS_PER_SECOND + BigInt(value.nanos);
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

/** The date and time whose local clock shows this many nanoseconds since 1970. */
export function fromLocalNanos(nanos: bigint, zone: Zone | null): FeelDateTime | undefined {
  const epochDay = floorDivide(nanos, NANOS_PER_DAY);
  const day = fromEpochDay(Number(epochDay));
  if (!isValidDay(day)) return undefined;
  return new FeelDateTime(day, timeOfDay(nanos - epochDay * NANOS_PER_DAY, zone));
}

/** The time of day that lies this many nanoseconds after midnight, modulo one day. */
export function timeOfDay(nanos: bigint, zone: Zone | null): FeelTime {
  const inDay = nanos - floorDivide(nanos, NANOS_PER_DAY) * NANOS_PER_DAY;
  const seconds = inDay / NANOS_PER_SECOND;
  return new FeelTime(Number(seconds), Number(inDay - seconds * NANOS_PER_SECOND), zone);
}

const DATE_PATTERN = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/;
const TIME_PATTERN =
  /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,18}))?)?(Z|z|[+-]\d\d:\d\d(?::\d\d)?|@.+|(?:Z|[+-]\d\d:\d\d)\[.+\])?$/;
/** Each part may have a sign too, as in the text that other ISO 8601 writers make. */
const MONTHS_PATTERN = /^(-?)P(?=[-\d])(?:(-?\d{1,12})Y)?(?:(-?\d{1,12})M)?$/;
const TIME_PART = String.raw`(?:T(?=[-\d])(?:(-?\d{1,15})H)?(?:(-?\d{1,15})M)?(?:(-?)(\d{1,15})(?:\.(\d{0,18}))?S)?)?`;
const DAYS_PATTERN = new RegExp(String.raw`^(-?)P(?=[-\d]|T[-\d])(?:(-?\d{1,15})D)?${TIME_PART}$`);

/** Nanoseconds of a decimal fraction's digits, cut after nine. */
function fractionNanos(digits: string | undefined): number {
  return Number((digits ?? '').slice(0, 9).padEnd(9, '0'));
}

export function parseDate(text: string): FeelDate | undefined {
  const match = DATE_PATTERN.exec(text);
  if (match === null) return undefined;
  const year = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  const day = { year, month: Number(match[3]), day: Number(match[4]) };
  return isValidDay(day) ? new FeelDate(day) : undefined;
}

export function parseTime(text: string): FeelTime | undefined {
  const match = TIME_PATTERN.exec(text);
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const zoneText = match[5];
  const zone = zoneText === undefined ? null : parseZone(zoneText.replace(/^@|^.*\[|\]$/g, ''));
  if (zone === undefined) return undefined;
  return new FeelTime(hour * 3600 + minute * 60 + second, fractionNanos(match[4]), zone);
}

/** A date with a time; a date alone means its midnight. */
export function parseDateTime(text: string): FeelDateTime | undefined {
  const split = text.indexOf('T');
  const date = parseDate(split < 0 ? text : text.slice(0, split));
  const time = split < 0 ? new FeelTime(0, 0, null) : parseTime(text.slice(split + 1));
  return date && time ? new FeelDateTime(date.day, time) : undefined;
}

export function parseDuration(text: string): DaysDuration | MonthsDuration | undefined {
  const months = MONTHS_PATTERN.exec(text);
  if (months !== null) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return new MonthsDuration(months[1] === '-' && total !== 0 ? -total : total);
  }
  const match = DAYS_PATTERN.exec(text);
  if (match === null) return undefined;
  const [days = 0n, hours = 0n, minutes = 0n] = [2, 3, 4].map((i) => BigInt(match[i] ?? 0));
  const seconds = BigInt(match[6] ?? 0) * NANOS_PER_SECOND + BigInt(fractionNanos(match[7]));
  const whole = ((days * 24n + hours) * 60n + minutes) * 60n * NANOS_PER_SECOND;
  const nanos = whole + (match[5] === '-' ? -seconds : seconds);
  return new DaysDuration(match[1] === '-' ? -nanos : nanos);
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

export function formatDay({ year, month, day }: CivilDay): string {
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
}

export function formatTime(value: FeelTime): string {
  const { secondOfDay, nanos, zone } = value;
  const clock = [secondOfDay / 3600, (secondOfDay / 60) % 60, secondOfDay % 60];
  const fraction = nanos === 0 ? '' : `.${pad(nanos, 9).replace(/0+$/, '')}`;
  return `${clock.map((part) => pad(Math.floor(part))).join(':')}${fraction}${formatZone(zone)}`;
}

export function formatDays(value: DaysDuration): string {
  const nanos = value.nanos < 0n ? -value.nanos : value.nanos;
  const total = nanos / NANOS_PER_SECOND;
  const fraction = nanos % NANOS_PER_SECOND;
  const [days, hours, minutes] = [total / 86_400n, (total / 3600n) % 24n, (total / 60n) % 60n];
  let seconds = String(total % 60n);
  if (fraction !== 0n) seconds += `.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`;
  const time = [
    hours ? `${hours}H` : '',
    minutes ? `${minutes}M` : '',
    seconds === '0' ? '' : `${seconds}S`,
  ].join('');
  if (nanos === 0n) return 'PT0S';
  return `${value.nanos < 0n ? '-' : ''}P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
}

export function formatMonths({ months }: MonthsDuration): string {
  if (months === 0) return 'P0M';
  const total = Math.abs(months);
  const [years, rest] = [Math.floor(total / 12), total % 12];
  return `${months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${rest ? `${rest}M` : ''}`;
}

export function formatTemporal(value: Temporal): string {
  if (value instanceof FeelDate) return formatDay(value.day);
  if (value instanceof FeelTime) return formatTime(value);
  if (value instanceof FeelDateTime) return `${formatDay(value.day)}T${formatTime(value.time)}`;
  return value instanceof DaysDuration ? formatDays(value) : formatMonths(value);
}
