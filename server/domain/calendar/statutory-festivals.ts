import chineseDays from 'chinese-days';
import { fromDayNumber, toDayNumber } from './calendar-date.ts';

// Lunar month and day, and which days around it are off: the Spring Festival begins on its eve.
const LUNAR_FESTIVALS = [
  { day: '01-01', offsets: [-1, 0, 1, 2] },
  { day: '05-05', offsets: [0] },
  { day: '08-15', offsets: [0] },
] as const;

const SOLAR_FESTIVALS = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] as const;

/**
 * The statutory festival days of a year (全国年节及纪念日放假办法, 2024 text), without the moved days
 * that only the yearly notice knows. They carry provisional deadlines. The lunar calendar comes
 * from a table: Intl puts the Spring Festival of 2027, a new moon just before midnight, a day late.
 */
export function statutoryFestivals(year: number): readonly string[] {
  const solar = [...SOLAR_FESTIVALS, `04-0${clearBrightnessDay(year)}`].map(
    (day) => `${year}-${day}`,
  );
  const lunar = LUNAR_FESTIVALS.flatMap(({ day, offsets }) => {
    const first = toDayNumber(chineseDays.getSolarDateFromLunar(`${year}-${day}`).date);
    return offsets.map((offset) => fromDayNumber(first + offset));
  });
  return [...new Set([...solar, ...lunar])].sort();
}

// Holds for the years 2000 to 2099.
function clearBrightnessDay(year: number): number {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
}
