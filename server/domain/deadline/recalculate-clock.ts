import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CaseClock, ClockEvent } from './case-clock.ts';
import { deadlineOf } from './deadline.ts';

/** The event that a new calendar causes on a clock; undefined when its deadline does not move. */
export function recalculateClock(
  clock: CaseClock,
  calendars: { readonly before: WorkingCalendar; readonly after: WorkingCalendar },
  at: number,
): ClockEvent | undefined {
  if (clock.state !== 'running') return undefined;
  const before = deadlineOf(clock, calendars.before);
  const after = deadlineOf(clock, calendars.after);
  if (before === undefined || after === undefined) return undefined;
  const isSame = before.dueAt === after.dueAt && before.isProvisional === after.isProvisional;
  if (isSame) return undefined;
  const moved =
    before.dueDate === after.dueDate
      ? `到期日 ${after.dueDate} 不变`
      : `到期日由 ${before.dueDate} 改为 ${after.dueDate}`;
  return { kind: 'recalculated', at, reason: `工作日历更新(${calendars.after.version}),${moved}` };
}
