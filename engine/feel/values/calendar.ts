/** The largest year, before and after Christ, that FEEL knows. */
export const YEAR_MAX = 999_999_999;

const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_OFFSET_DAYS = 719_468;

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; years are counted from March. */
export function toEpochDay({ year, month, day }: CivilDay): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - EPOCH_OFFSET_DAYS;
}

/** The inverse of `toEpochDay`. */
export function fromEpochDay(epochDay: number): CivilDay {
  const shifted = epochDay + EPOCH_OFFSET_DAYS;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leaps =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
  return { year, month, day };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isValidDay({ year, month, day }: CivilDay): boolean {
  return (
    Math.abs(year) <= YEAR_MAX &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Adds calendar months; a day that the month has not becomes its last day. */
export function plusMonths({ year, month, day }: CivilDay, months: number): CivilDay {
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  return { year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) };
}

/** 1 is Monday, 7 is Sunday. */
export function dayOfWeek(day: CivilDay): number {
  const offset = (toEpochDay(day) + 3) % 7;
  return (offset < 0 ? offset + 7 : offset) + 1;
}

export function dayOfYear(day: CivilDay): number {
  return toEpochDay(day) - toEpochDay({ year: day.year, month: 1, day: 1 }) + 1;
}

/** The ISO 8601 week: the one that holds the Thursday belongs to the year of that Thursday. */
export function weekOfYear(day: CivilDay): number {
  const thursday = fromEpochDay(toEpochDay(day) + 4 - dayOfWeek(day));
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
