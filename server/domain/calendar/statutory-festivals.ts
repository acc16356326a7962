import { fromDayNumber, toDayNumber } from './calendar-date.ts';

// Lunar month and day; the eve of the Spring Festival is the day before the first.
const LUNAR_FESTIVALS = [
  { month: 1, day: 1, offsets: [-1, 0, 1, 2] },
  { month: 5, day: 5, offsets: [0] },
  { month: 8, day: 15, offsets: [0] },
] as const;

const SOLAR_FESTIVALS = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] as const;

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/**
 * The statutory festival days of a year (全国年节及纪念日放假办法, 2024 text), without the moved days
 * that only the yearly notice knows. They carry provisional deadlines.
 */
export function statutoryFestivals(year: number): readonly string[] {
  const solar = [...SOLAR_FESTIVALS, `04-0${clearBrightnessDay(year)}`].map(
    (day) => `${year}-${day}`,
  );
  return [...new Set([...solar, ...lunarFestivals(year)])].sort();
}

function lunarFestivals(year: number): string[] {
  const found: string[] = [];
  const last = toDayNumber(`${year}-12-31`);
  for (let day = toDayNumber(`${year}-01-01`); day <= last; day += 1) {
    const parts = lunar.formatToParts(day * 86_400_000);
    const month = parts.find((part) => part.type === 'month')?.value;
    const dayOfMonth = parts.find((part) => part.type === 'day')?.value;
    for (const festival of LUNAR_FESTIVALS) {
      // A leap month is written with a suffix and does not equal the plain number.
      if (month !== String(festival.month) || dayOfMonth !== String(festival.day)) continue;
      found.push(...festival.offsets.map((offset) => fromDayNumber(day + offset)));
    }
  }
  return found;
}

// Holds for the years 2000 to 2099.
function clearBrightnessDay(year: number): number {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
}
