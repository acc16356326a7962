import { dateAt } from '../domain/calendar/calendar-date.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import type { Lamp } from '../domain/deadline/clock-reading.ts';

const HOUR_MS = 3_600_000;

/** How much time is left, for lists. */
export interface TimeLeft {
  readonly lamp: Lamp;
  readonly restText: string;
}

/** Reads a deadline: yellow on the last working day before it, red behind it. */
export function timeLeft(dueAt: Date | null, calendar: WorkingCalendar, now: number): TimeLeft {
  if (dueAt === null) return { lamp: 'none', restText: '' };
  const due = dueAt.getTime();
  const days = calendar.workdaysBetween(dateAt(now), dateAt(due));
  if (now > due) {
    const over = Math.max(-days, 0);
    return { lamp: 'overdue', restText: over === 0 ? '已超期' : `已超期 ${over} 个工作日` };
  }
  const hours = Math.ceil((due - now) / HOUR_MS);
  if (days <= 0) return { lamp: 'due_soon', restText: `今天到期（${hours} 小时内）` };
  return { lamp: days <= 1 ? 'due_soon' : 'in_time', restText: `还剩 ${days} 个工作日` };
}
