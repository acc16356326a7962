import { makeWorkingCalendar, type WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import type { Transaction } from './ports/records.ts';

/** The working calendar as imported so far; years without a notice are provisional. */
export async function loadCalendar(tx: Transaction): Promise<WorkingCalendar> {
  const years = await tx.find('CalendarYear', { status: 'official' });
  const days = await tx.find('Holiday', {});
  return makeWorkingCalendar(
    years.map(({ year, version }) => ({
      year,
      version,
      days: days.filter((day) => day.date.startsWith(`${year}-`)),
    })),
  );
}
