import { dateAt } from '../calendar/calendar-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { deadlineAfter } from './deadline.ts';
import type { Limit } from './limit.ts';

/**
 * The day from which a case counts as accepted when nobody told the applicant within the limit
 * what is missing: the day it was received (行政许可法 32). Undefined while the limit runs.
 */
export function deemedAcceptedOn(
  lodgedAt: number,
  limit: Limit,
  calendar: WorkingCalendar,
  now: number,
): string | undefined {
  return now > deadlineAfter(lodgedAt, limit, calendar).dueAt ? dateAt(lodgedAt) : undefined;
}
