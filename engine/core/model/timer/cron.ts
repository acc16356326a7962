import { DateTime } from 'luxon';

/** A cron text with six fields; each field is the set of values that match. */
export interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  /** `L` in the day field: the last day of the month. */
  readonly lastDay: boolean;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
}

/** A text that never matches (30 February) is given up after so many years. */
const SEARCH_YEARS_MAX = 8;

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const WEEKDAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ');

/** The range and the names of one field. */
interface FieldShape {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

/** Reads Spring's six-field form or a macro; undefined when the text is something else. */
export function parseCron(text: string): Cron | undefined {
  const fields = (MACROS[text.trim()] ?? text.trim()).split(/\s+/);
  const [second, minute, hour, day, month, weekday] = fields;
  if (fields.length !== 6 || day === undefined || weekday === undefined) return undefined;
  const lastDay = day === 'L';
  const seconds = parseField(second, { min: 0, max: 59 });
  const minutes = parseField(minute, { min: 0, max: 59 });
  const hours = parseField(hour, { min: 0, max: 23 });
  const days = lastDay ? new Set<number>() : parseField(day, { min: 1, max: 31 });
  const months = parseField(month, { min: 1, max: 12, names: MONTHS });
  const weekdays = parseField(weekday, { min: 0, max: 7, names: WEEKDAYS });
  if (!seconds || !minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.has(7)) weekdays.add(0);
  return { seconds, minutes, hours, days, lastDay, months, weekdays };
}

function parseField(text: string | undefined, shape: FieldShape): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of (text ?? '').split(',')) {
    const range = parseRange(part, shape);
    if (range === undefined) return undefined;
    for (let value = range.from; value <= range.to; value += range.by) values.add(value);
  }
  return values;
}

function parseRange(part: string, shape: FieldShape) {
  const [span = '', step] = part.split('/');
  const by = step === undefined ? 1 : Number(step);
  if (!Number.isInteger(by) || by < 1) return undefined;
  if (span === '*' || span === '?') return { from: shape.min, to: shape.max, by };
  const [first = '', last] = span.split('-');
  const from = parseValue(first, shape);
  const open = step === undefined ? from : shape.max;
  const to = last === undefined ? open : parseValue(last, shape);
  if (from === undefined || to === undefined || from > to) return undefined;
  return { from, to, by };
}

function parseValue(text: string, { min, max, names }: FieldShape): number | undefined {
  const place = names?.indexOf(text.toUpperCase()) ?? -1;
  const value = place >= 0 ? place + min : Number(text);
  const isFit = text !== '' && Number.isInteger(value) && value >= min && value <= max;
  return isFit ? value : undefined;
}

/** The next matching second after an instant, in the zone; undefined when there is none. */
export function nextCron(cron: Cron, fromMs: number, zone: string): number | undefined {
  const start = DateTime.fromMillis(fromMs, { zone }).startOf('second').plus({ seconds: 1 });
  const end = start.plus({ years: SEARCH_YEARS_MAX });
  let time: DateTime = start;
  while (time < end) {
    const next = advance(cron, time);
    if (next === undefined) return time.toMillis();
    time = next;
  }
  return undefined;
}

/** The earliest instant that may match when this one does not; undefined when it does. */
function advance(cron: Cron, time: DateTime): DateTime | undefined {
  if (!cron.months.has(time.month)) return time.startOf('month').plus({ months: 1 });
  if (!matchesDay(cron, time)) return time.startOf('day').plus({ days: 1 });
  if (!cron.hours.has(time.hour)) return time.startOf('hour').plus({ hours: 1 });
  if (!cron.minutes.has(time.minute)) return time.startOf('minute').plus({ minutes: 1 });
  if (!cron.seconds.has(time.second)) return time.plus({ seconds: 1 });
  return undefined;
}

function matchesDay(cron: Cron, time: DateTime): boolean {
  const isDay = cron.lastDay ? time.day === time.daysInMonth : cron.days.has(time.day);
  return isDay && cron.weekdays.has(time.weekday % 7);
}
