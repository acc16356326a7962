import { dateAt } from '../calendar/calendar-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { CaseClock, StopSpan } from './case-clock.ts';
import { deadlineOf } from './deadline.ts';
import type { Limit, LimitUnit } from './limit.ts';

const UNIT_ZH: Readonly<Record<LimitUnit, string>> = { WD: '个工作日', D: '日', H: '小时' };
const UNIT_EN: Readonly<Record<LimitUnit, string>> = { WD: 'working days', D: 'days', H: 'hours' };

/** A sentence in both languages. */
export interface Explanation {
  readonly zh: string;
  readonly en: string;
}

/** Explains a deadline step by step, so that an applicant or an inspector can count it again. */
export function explainClock(clock: CaseClock, calendar: WorkingCalendar): readonly Explanation[] {
  if (clock.startedAt === null || clock.limit === null) {
    return [{ zh: '期限尚未开始计算。', en: 'The limit has not started yet.' }];
  }
  const unit = clock.limit.unit;
  const lines = [
    startLine(dateAt(clock.startedAt), clock.limit),
    ...clock.spans.map(spanLine),
    ...(clock.extension === null ? [] : [extensionLine(clock.extension, unit)]),
    ...clock.recalculations.map(({ at, reason }) => ({
      zh: `${dateAt(at)} ${reason}。`,
      en: `Recalculated on ${dateAt(at)} because a working calendar was imported.`,
    })),
  ];
  return [...lines, endLine(clock, calendar)];
}

function startLine(date: string, limit: Limit): Explanation {
  const { count, unit } = limit;
  const zh = `${date} 开始计算,期限 ${count} ${UNIT_ZH[unit]}`;
  const en = `Started on ${date}, limit ${count} ${UNIT_EN[unit]}`;
  if (unit === 'H') return { zh: `${zh},自即时起算。`, en: `${en}, counted at once.` };
  return { zh: `${zh},自次日起算。`, en: `${en}, the first day is not counted.` };
}

function spanLine({ from, to, reason }: StopSpan): Explanation {
  if (to === null) {
    return {
      zh: `${dateAt(from)} 起停止计时(${reason}),尚未恢复。`,
      en: `Stopped since ${dateAt(from)} (${reason}).`,
    };
  }
  return {
    zh: `${dateAt(from)} 至 ${dateAt(to)} 停止计时(${reason}),首尾两日均不计入。`,
    en: `Stopped from ${dateAt(from)} to ${dateAt(to)} (${reason}), both days included.`,
  };
}

function extensionLine(
  { at, by, reason }: NonNullable<CaseClock['extension']>,
  unit: LimitUnit,
): Explanation {
  return {
    zh: `${dateAt(at)} 批准延长 ${by} ${UNIT_ZH[unit]},理由:${reason}。`,
    en: `Extended on ${dateAt(at)} by ${by} ${UNIT_EN[unit]}: ${reason}.`,
  };
}

function endLine(clock: CaseClock, calendar: WorkingCalendar): Explanation {
  const deadline = deadlineOf(clock, calendar);
  if (deadline === undefined) {
    return {
      zh: '恢复计时后再计算到期日。',
      en: 'The due day is computed when the clock runs again.',
    };
  }
  const { dueDate, isProvisional } = deadline;
  if (!isProvisional) return { zh: `到期日 ${dueDate}。`, en: `Due on ${dueDate}.` };
  return {
    zh: `到期日暂定 ${dueDate}:当年放假安排尚未公布,公布后重新计算。`,
    en: `Provisionally due on ${dueDate}: the holidays of that year are not published yet.`,
  };
}
