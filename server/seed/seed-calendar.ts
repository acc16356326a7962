import type { Database } from '../database/connection.ts';
import { CalendarYear, Holiday } from '../database/entities/index.ts';
import type { HolidayNotice } from './holidays.ts';

/**
 * Imports the holiday notices that ship with the program into years that have none yet; a year that
 * an administrator has imported is left alone. Gives the years that were added.
 */
export async function seedCalendar(
  { orm }: Database,
  notices: readonly HolidayNotice[],
  now: number,
): Promise<readonly number[]> {
  return orm.em.fork().transactional(async (em) => {
    const known = new Set((await em.find(CalendarYear, {})).map(({ year }) => year));
    const added = notices.filter(({ year }) => !known.has(year));
    for (const { year, version, source, days } of added) {
      await em.insert(CalendarYear, {
        year,
        version,
        source,
        status: 'official',
        importedAt: new Date(now),
      });
      await em.insertMany(
        Holiday,
        days.map((day) => ({ ...day, source })),
      );
    }
    return added.map(({ year }) => year);
  });
}
