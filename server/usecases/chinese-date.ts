import { dateAt } from '../domain/calendar/calendar-date.ts';

/** A day as papers write it: 2026年11月24日. */
export function chineseDate(at: Date): string {
  const [year, month, day] = dateAt(at.getTime()).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
