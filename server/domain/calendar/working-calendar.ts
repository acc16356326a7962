import { fromDayNumber, toDayNumber, weekdayOf } from './calendar-date.ts';
import { statutoryFestivals } from './statutory-festivals.ts';

const DAYS_MAX = 4_000;

/** A day that differs from the plain week. */
export interface ExceptionalDay {
  readonly date: string;
  readonly name: string;
  readonly isOff: boolean;
}

/** The notice of one year as imported. */
export interface CalendarYearData {
  readonly year: number;
  readonly version: string;
  readonly days: readonly ExceptionalDay[];
}

/** A day that was counted to, and whether it may still move when a year's notice is published. */
export interface CountedDay {
  readonly date: string;
  readonly isProvisional: boolean;
}

/** Counts working days. Years without an official notice are provisional and say so. */
export interface WorkingCalendar {
  /** Names the data behind the answers, for the record of a deadline. */
  readonly version: string;
  isWorkday(date: string): boolean;
  isProvisional(date: string): boolean;
  /** The n-th working day after a date; the date itself is not counted. */
  addWorkdays(date: string, count: number): CountedDay;
  /** The n-th calendar day after a date, moved behind days off (民法典 201, 203). */
  addDays(date: string, count: number): CountedDay;
  /** Working days after `from` up to and including `to`; negative when `to` lies before. */
  workdaysBetween(from: string, to: string): number;
}

/** Builds the calendar from the imported years. */
export function makeWorkingCalendar(years: readonly CalendarYearData[]): WorkingCalendar {
  const official = new Map(years.map((year) => [year.year, year]));
  const exceptions = new Map<number, boolean>();
  const festivals = new Map<number, ReadonlySet<string>>();
  for (const day of years.flatMap((year) => year.days)) {
    exceptions.set(toDayNumber(day.date), day.isOff);
  }

  const isProvisionalDay = (day: number): boolean => !official.has(yearOf(day));

  const isWorkingDay = (day: number): boolean => {
    const isOff = exceptions.get(day);
    if (isOff !== undefined) return !isOff;
    if (weekdayOf(day) > 5) return false;
    return !isProvisionalDay(day) || !festivalsOf(yearOf(day), festivals).has(fromDayNumber(day));
  };

  const shiftedToWorkday = (start: number): number => {
    let day = start;
    while (!isWorkingDay(day)) day += 1;
    return day;
  };

  const counted = (from: number, to: number): CountedDay => ({
    date: fromDayNumber(to),
    // A day in between can be provisional only if the last one is: years are published in order.
    isProvisional: isProvisionalDay(from) || isProvisionalDay(to),
  });

  return {
    version: versionOf(years),
    isWorkday: (date) => isWorkingDay(toDayNumber(date)),
    isProvisional: (date) => isProvisionalDay(toDayNumber(date)),
    addWorkdays: (date, count) => {
      checkCount(count);
      const start = toDayNumber(date);
      let day = start;
      for (let left = count; left > 0; left -= isWorkingDay(day) ? 1 : 0) day += 1;
      return counted(start, day);
    },
    addDays: (date, count) => {
      checkCount(count);
      const start = toDayNumber(date);
      return counted(start, shiftedToWorkday(start + count));
    },
    workdaysBetween: (from, to) => {
      const [first, last] = [toDayNumber(from), toDayNumber(to)];
      if (last < first) return -countWorkdays(last, first, isWorkingDay);
      return countWorkdays(first, last, isWorkingDay);
    },
  };
}

function countWorkdays(after: number, upTo: number, isWorking: (day: number) => boolean): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day += 1) if (isWorking(day)) count += 1;
  return count;
}

function festivalsOf(year: number, known: Map<number, ReadonlySet<string>>): ReadonlySet<string> {
  const days = known.get(year) ?? new Set(statutoryFestivals(year));
  known.set(year, days);
  return days;
}

function yearOf(day: number): number {
  return Number(fromDayNumber(day).slice(0, 4));
}

function versionOf(years: readonly CalendarYearData[]): string {
  const parts = [...years].sort((a, b) => a.year - b.year).map((year) => year.version);
  return parts.length === 0 ? 'provisional' : parts.join('+');
}

function checkCount(count: number): void {
  if (!Number.isInteger(count) || count < 0 || count > DAYS_MAX) {
    throw new RangeError(`Expected a count from 0 to ${DAYS_MAX}, but got ${count}`);
  }
}
