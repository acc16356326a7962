import { dateAt, endOfDay, fromDayNumber, toDayNumber } from '../calendar/calendar-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CaseClock, StopSpan } from './case-clock.ts';
import type { Limit } from './limit.ts';

const HOUR_MS = 3_600_000;

/** The end of a limit. */
export interface Deadline {
  readonly dueAt: number;
  readonly dueDate: string;
  /** A year on the way has no official notice yet, so the day may still move. */
  readonly isProvisional: boolean;
}

/** When a clock runs out; undefined while it is idle or stands still. */
export function deadlineOf(clock: CaseClock, calendar: WorkingCalendar): Deadline | undefined {
  const { startedAt, limit } = clock;
  if (startedAt === null || limit === null || clock.state === 'stopped') return undefined;
  const total = { ...limit, count: limit.count + (clock.extension?.by ?? 0) };
  if (total.unit === 'H') return hourDeadline(startedAt, total.count, clock.spans);
  return dayDeadline(dateAt(startedAt), total, clock.spans, calendar);
}

/** The end of a plain limit that nothing stops. */
export function deadlineAfter(start: number, limit: Limit, calendar: WorkingCalendar): Deadline {
  if (limit.unit === 'H') return hourDeadline(start, limit.count, []);
  return dayDeadline(dateAt(start), limit, [], calendar);
}

// Hours start at once and run through nights and holidays.
function hourDeadline(start: number, hours: number, spans: readonly StopSpan[]): Deadline {
  const stopped = spans.reduce((sum, span) => sum + ((span.to ?? span.from) - span.from), 0);
  const dueAt = start + hours * HOUR_MS + stopped;
  return { dueAt, dueDate: dateAt(dueAt), isProvisional: false };
}

// The first day is not counted, nor is any day on which the clock was stopped or resumed.
function dayDeadline(
  start: string,
  limit: Limit,
  spans: readonly StopSpan[],
  calendar: WorkingCalendar,
): Deadline {
  const stops = spans.map((span) => [dateAt(span.from), dateAt(span.to ?? span.from)] as const);
  const isStopped = (date: string): boolean =>
    stops.some(([from, to]) => from <= date && date <= to);
  let day = toDayNumber(start);
  let date = start;
  for (let left = limit.count; left > 0; ) {
    day += 1;
    date = fromDayNumber(day);
    const counts = limit.unit === 'D' || calendar.isWorkday(date);
    if (counts && !isStopped(date)) left -= 1;
  }
  const dueDate = limit.unit === 'D' ? calendar.addDays(date, 0).date : date;
  const isProvisional = calendar.isProvisional(start) || calendar.isProvisional(dueDate);
  return { dueAt: endOfDay(dueDate), dueDate, isProvisional };
}
