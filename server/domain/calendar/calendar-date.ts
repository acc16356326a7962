import { DateTime } from 'luxon';

/** The time zone of all dates of the application. */
export const ZONE = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is an existing day in the form YYYY-MM-DD. */
export function isRealDate(text: string): boolean {
  return SHAPE.test(text) && fromDayNumber(toDayNumber(text)) === text;
}

/** Days since 1970-01-01. Days are numbers inside the calendar, so that counting is cheap. */
export function toDayNumber(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / DAY_MS;
}

/** The day YYYY-MM-DD of a day number. */
export function fromDayNumber(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week, Monday 1 to Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The day in China at an instant. */
export function dateAt(instant: number): string {
  return DateTime.fromMillis(instant, { zone: ZONE }).toISODate() ?? '';
}

/** The last millisecond of a day in China. */
export function endOfDay(date: string): number {
  return DateTime.fromISO(date, { zone: ZONE }).endOf('day').toMillis();
}

/** The first millisecond of a day in China. */
export function startOfDay(date: string): number {
  return DateTime.fromISO(date, { zone: ZONE }).toMillis();
}

/** Full years from one day to another; somebody born on 29 February has a birthday on 1 March. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
