import { dateAt, toDayNumber } from '../calendar/calendar-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CaseClock, ClockState } from './case-clock.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import type { LimitUnit } from './limit.ts';

const HOUR_MS = 3_600_000;
const WARN_SHARE = 0.2;

/** The light beside a case: green, yellow, red, standing still, or none. */
export type Lamp = 'in_time' | 'due_soon' | 'overdue' | 'stopped' | 'none';

/** What the clock of a case shows at a moment. */
export interface ClockReading {
  readonly state: ClockState;
  readonly deadline: Deadline | undefined;
  readonly lamp: Lamp;
  /** Left of the limit in its own unit; negative when it is overdue. */
  readonly rest: number | undefined;
  readonly restText: string;
  readonly restTextEn: string;
}

/** Reads the clock. Yellow begins when one day, or a fifth of the limit, is left. */
export function readClock(clock: CaseClock, calendar: WorkingCalendar, now: number): ClockReading {
  const deadline = deadlineOf(clock, calendar);
  const { state, limit } = clock;
  const idle = { state, deadline, lamp: 'none', rest: undefined } as const;
  if (state === 'stopped') {
    return { ...idle, lamp: 'stopped', restText: '计时已暂停', restTextEn: 'clock stopped' };
  }
  if (state === 'idle' || limit === null || deadline === undefined) {
    return { ...idle, restText: '', restTextEn: '' };
  }
  const moment = state === 'ended' ? (clock.endedAt ?? now) : now;
  if (state === 'ended') return { ...idle, ...endedTexts(moment > deadline.dueAt) };
  const rest = restOf(deadline, limit.unit, calendar, moment);
  const total = limit.count + (clock.extension?.by ?? 0);
  const lamp = lampOf(moment > deadline.dueAt, rest, total);
  return { state, deadline, lamp, rest, ...runningTexts(rest, limit.unit, lamp === 'overdue') };
}

function restOf(
  deadline: Deadline,
  unit: LimitUnit,
  calendar: WorkingCalendar,
  now: number,
): number {
  if (unit === 'H') {
    const hours = (deadline.dueAt - now) / HOUR_MS;
    return hours < 0 ? Math.floor(hours) : Math.ceil(hours);
  }
  const today = dateAt(now);
  if (unit === 'WD') return calendar.workdaysBetween(today, deadline.dueDate);
  return toDayNumber(deadline.dueDate) - toDayNumber(today);
}

function lampOf(isOver: boolean, rest: number, total: number): Lamp {
  if (isOver) return 'overdue';
  return rest <= Math.max(1, total * WARN_SHARE) ? 'due_soon' : 'in_time';
}

const UNIT_TEXT: Readonly<Record<LimitUnit, readonly [string, string]>> = {
  WD: ['个工作日', 'working days'],
  D: ['天', 'days'],
  H: ['小时', 'hours'],
};

function runningTexts(rest: number, unit: LimitUnit, isOver: boolean) {
  const [zh, en] = UNIT_TEXT[unit];
  if (isOver) {
    // Overdue on a Saturday: no working day has passed yet, and still the limit is over.
    if (rest === 0) return { restText: '已超期', restTextEn: 'overdue' };
    return { restText: `已超期 ${-rest} ${zh}`, restTextEn: `${-rest} ${en} overdue` };
  }
  if (rest === 0) return { restText: '今天到期', restTextEn: 'due today' };
  return { restText: `还剩 ${rest} ${zh}`, restTextEn: `${rest} ${en} left` };
}

function endedTexts(isLate: boolean) {
  return isLate
    ? { restText: '超期办结', restTextEn: 'finished late' }
    : { restText: '按期办结', restTextEn: 'finished in time' };
}
