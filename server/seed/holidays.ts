import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { fromDayNumber, isRealDate, toDayNumber } from '../domain/calendar/calendar-date.ts';
import type { CalendarYearData, ExceptionalDay } from '../domain/calendar/working-calendar.ts';

/** The holiday notice of one year with where it comes from. */
export interface HolidayNotice extends CalendarYearData {
  readonly source: string;
}

interface NoticeFile {
  readonly year: number;
  readonly version: string;
  readonly source: string;
  readonly off: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly work: readonly { readonly name: string; readonly date: string }[];
}

/** Reads the holiday notices that ship with the program, oldest year first. */
export function loadHolidayNotices(
  folder = path.join(import.meta.dirname, 'holidays'),
): readonly HolidayNotice[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readHolidayNotice(fs.readFileSync(path.join(folder, name), 'utf8'), name));
}

/** Reads the notice of one year; every mistake names the file. */
export function readHolidayNotice(text: string, fileName: string): HolidayNotice {
  const file = parse(text) as NoticeFile;
  const days: ExceptionalDay[] = [
    ...file.off.flatMap(({ name, from, to }) =>
      daysFrom(from, to).map((date) => ({ date, name, isOff: true })),
    ),
    ...file.work.map(({ name, date }) => ({ date, name, isOff: false })),
  ];
  for (const { date } of days) {
    if (!isRealDate(date) || Number(date.slice(0, 4)) !== file.year) {
      throw new Error(`Expected days of ${file.year} in ${fileName}, but found ${date}`);
    }
  }
  if (new Set(days.map(({ date }) => date)).size !== days.length) {
    throw new Error(`Expected each day once in ${fileName}, but one is there twice`);
  }
  return { year: file.year, version: file.version, source: file.source, days };
}

function daysFrom(from: string, to: string): string[] {
  const [first, last] = [toDayNumber(from), toDayNumber(to)];
  return Array.from({ length: last - first + 1 }, (_, at) => fromDayNumber(first + at));
}
