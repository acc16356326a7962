import { startOfDay } from '../domain/calendar/calendar-date.ts';
import type { CalendarYearData } from '../domain/calendar/working-calendar.ts';
import { recalculateClock } from '../domain/deadline/recalculate-clock.ts';
import { auditOf } from './audit.ts';
import { loadCalendar } from './calendar.ts';
import { loadClock, writeClockEvent } from './case-clock.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';

/** A holiday notice as an administrator hands it in. */
export interface CalendarImport extends CalendarYearData {
  readonly source: string;
}

/**
 * Imports the holiday notice of a year, new or corrected, and recalculates the deadlines that it
 * moves. Each moved deadline is written down with both days. Gives how many moved.
 */
export async function importCalendarYear(
  deps: Pick<Deps, 'records' | 'clock'>,
  actor: Actor | null,
  { year, version, source, days }: CalendarImport,
): Promise<number> {
  const now = deps.clock.now();
  return deps.records.transaction(async (tx) => {
    const before = await loadCalendar(tx);
    const dates = { $gte: `${year}-01-01`, $lte: `${year}-12-31` };
    await tx.remove('Holiday', { date: dates });
    await tx.remove('CalendarYear', { year });
    const importedAt = new Date(now);
    await tx.insert('CalendarYear', { year, version, source, status: 'official', importedAt });
    for (const day of days) await tx.insert('Holiday', { ...day, source });
    const after = await loadCalendar(tx);
    const affected = await tx.find('CaseFile', {
      clockState: 'running',
      dueAt: { $gte: new Date(startOfDay(`${year}-01-01`)) },
    });
    let moved = 0;
    for (const { id } of affected) {
      const { clock } = await loadClock(tx, id);
      const event = recalculateClock(clock, { before, after }, now);
      if (event === undefined) continue;
      await writeClockEvent(tx, id, event);
      moved += 1;
    }
    const detail = { year, version, days: days.length, moved };
    const object = `calendar:${year}`;
    const facts = { action: 'import-calendar', object, caseId: null, detail };
    tx.audit(auditOf(importedAt, actor, null, facts));
    return moved;
  });
}
