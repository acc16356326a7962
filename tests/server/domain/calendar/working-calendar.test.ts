import { describe, expect, it } from '@jest/globals';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { statutoryFestivals } from '../../../../server/domain/calendar/statutory-festivals.ts';
import {
  type ExceptionalDay,
  makeWorkingCalendar,
} from '../../../../server/domain/calendar/working-calendar.ts';
import { loadHolidayNotices, readHolidayNotice } from '../../../../server/seed/holidays.ts';

const calendar = makeWorkingCalendar(loadHolidayNotices());

describe('working days', () => {
  it.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-01-03', 1, '2026-01-04'],
    ['2026-06-18', 20, '2026-07-17'],
  ])('should count from %s by %d to %s', (date, count, expected) => {
    expect(calendar.addWorkdays(date, count)).toEqual({ date: expected, isProvisional: false });
  });

  it('should say that a deadline in a year without a notice is provisional', () => {
    expect(calendar.addWorkdays('2026-12-30', 2)).toEqual({
      date: '2027-01-04',
      isProvisional: true,
    });
    expect(calendar.isProvisional('2027-01-01')).toBe(true);
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
  });

  it('should know 248 working days of 2026, month by month', () => {
    const months = Array.from({ length: 12 }, (_, month) => {
      const first = `2026-${String(month + 1).padStart(2, '0')}-01`;
      const last = new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10);
      return calendar.workdaysBetween(first, last) + (calendar.isWorkday(first) ? 1 : 0);
    });
    expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });

  it('should agree with an independent package about 2025', () => {
    for (let day = Date.UTC(2025, 0, 1); day <= Date.UTC(2025, 11, 31); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      expect([date, calendar.isWorkday(date)]).toEqual([date, chineseDays.isWorkday(date)]);
    }
  });
});

describe('calendar days', () => {
  it.each([
    ['2026-01-16', 30, '2026-02-24'],
    ['2026-09-01', 30, '2026-10-08'],
    ['2026-04-01', 30, '2026-05-06'],
    ['2026-08-03', 60, '2026-10-08'],
  ])('should count from %s by %d and move behind the holidays to %s', (date, count, expected) => {
    expect(calendar.addDays(date, count).date).toBe(expected);
  });
});

describe('statutory festivals', () => {
  it('should know the lunar festivals of a year without a notice', () => {
    expect(statutoryFestivals(2027)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
  });

  it.each([2025, 2026])('should all be days off in the notice of %d', (year) => {
    for (const day of statutoryFestivals(year)) {
      expect([day, calendar.isWorkday(day)]).toEqual([day, false]);
    }
  });
});

describe('the calendar against a slow oracle', () => {
  const dateArbitrary = fc
    .integer({ min: Date.UTC(2026, 0, 1) / 86_400_000, max: Date.UTC(2026, 11, 31) / 86_400_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  const exceptionArbitrary = fc.uniqueArray(
    fc.record({ date: dateArbitrary, name: fc.constant('x'), isOff: fc.boolean() }),
    { selector: (day) => day.date, maxLength: 60 },
  );

  // Written another way on purpose: real dates, one day at a time, weekday by the language.
  function oracleIsWorkday(date: Date, days: readonly ExceptionalDay[]): boolean {
    const text = date.toISOString().slice(0, 10);
    const exception = days.find((day) => day.date === text);
    if (exception) return !exception.isOff;
    return date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
  }

  it('should count the same days for every official year', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
    fc.assert(
      fc.property(exceptionArbitrary, dateArbitrary, fc.nat(40), (days, start, count) => {
        const made = makeWorkingCalendar([
          { year: 2026, version: 'a', days },
          { year: 2027, version: 'b', days: [] },
        ]);
        const date = new Date(`${start}T00:00:00Z`);
        let left = count;
        while (left > 0) {
          date.setUTCDate(date.getUTCDate() + 1);
          if (oracleIsWorkday(date, days)) left -= 1;
        }
        const expected = date.toISOString().slice(0, 10);
        expect(made.addWorkdays(start, count)).toEqual({ date: expected, isProvisional: false });
        const between = made.workdaysBetween(start, expected);
        expect(between).toBe(count);
        expect(made.workdaysBetween(expected, start)).toBe(count === 0 ? 0 : -between);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('holiday notice', () => {
  it('should name the file with a day of another year or a day twice', () => {
    const head = 'year: 2027\nversion: x\nsource: y\noff: []\nwork:\n';
    expect(() => readHolidayNotice(`${head}  - {name: a, date: 2026-01-01}`, 'a.yaml')).toThrow(
      'Expected days of 2027 in a.yaml, but found 2026-01-01',
    );
    const twice = `${head}  - {name: a, date: 2027-01-02}\n  - {name: a, date: 2027-01-02}`;
    expect(() => readHolidayNotice(twice, 'a.yaml')).toThrow('each day once in a.yaml');
  });
});
