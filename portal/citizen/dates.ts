import type { Language } from '../../forms/theme/words.ts';

const ZONE = 'Asia/Shanghai';

/** A day as people say it: 11月27日; with the year when it is another one. */
export function dayText(day: string, language: Language, now = new Date()): string {
  const date = new Date(day.length === 10 ? `${day}T00:00:00+08:00` : day);
  const sameYear = parts(date).year === parts(now).year;
  const { year, month, day: number } = parts(date);
  if (language === 'en') {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone: ZONE,
      day: 'numeric',
      month: 'long',
      ...(sameYear ? {} : { year: 'numeric' }),
    }).format(date);
  }
  return `${sameYear ? '' : `${year}年`}${month}月${number}日`;
}

/** An instant as people say it: 11月22日 周日 18:00. */
export function instantText(instant: string, language: Language): string {
  const date = new Date(instant);
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: 'short' });
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${dayText(instant, language)} ${weekday.format(date)} ${clock.format(date)}`;
}

function parts(date: Date): { year: string; month: string; day: string } {
  const found = new Intl.DateTimeFormat('en-US', {
    timeZone: ZONE,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(date);
  const read = (type: string) => found.find((part) => part.type === type)?.value ?? '';
  return { year: read('year'), month: read('month'), day: read('day') };
}
