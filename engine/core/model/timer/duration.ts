import { DateTime } from 'luxon';

/** An ISO 8601 duration, by its parts; each may be negative. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const WHOLE = String.raw`([+-]?\d+)`;
const DATE_PART = `(?:${WHOLE}Y)?(?:${WHOLE}M)?(?:${WHOLE}W)?(?:${WHOLE}D)?`;
const SECONDS = String.raw`(?:([+-]?\d+(?:[.,]\d+)?)S)?`;
const PATTERN = new RegExp(`^([+-])?P${DATE_PART}(?:T(?:${WHOLE}H)?(?:${WHOLE}M)?${SECONDS})?$`);

/** Reads `P1Y2M3W4DT5H6M7.5S`; undefined when the text is something else. */
export function parseDuration(text: string): Duration | undefined {
  const match = PATTERN.exec(text);
  if (match === null || match.slice(2).every((part) => part === undefined)) return undefined;
  if (text.endsWith('T')) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const part = (index: number) => sign * Number((match[index] ?? '0').replace(',', '.'));
  return {
    years: part(2),
    months: part(3),
    weeks: part(4),
    days: part(5),
    hours: part(6),
    minutes: part(7),
    seconds: part(8),
  };
}

/** Adds a duration to an instant: the calendar part in the zone first, then the time part. */
export function addDuration(fromMs: number, duration: Duration, zone: string): number {
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  const date = DateTime.fromMillis(fromMs, { zone }).plus({ years, months, weeks, days });
  return date.toMillis() + Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}
