const ZONE = 'Asia/Shanghai';
type Language = 'zh' | 'en';

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

function partsOf(at: string): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat('zh-CN', {
    timeZone: ZONE,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(
    format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
  );
}

/** A day as people say it, the year only when it is another one: 11月22日. */
export function dayText(at: string, language: Language): string {
  const { year, month, day } = partsOf(at);
  const isThisYear = year === partsOf(new Date().toISOString()).year;
  if (language === 'zh') return `${isThisYear ? '' : `${year}年`}${month}月${day}日`;
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: ZONE,
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(new Date(at));
}

/** A time as people say it: 11月22日 周日 18:00. */
export function timeText(at: string, language: Language): string {
  const { weekday, hour, minute } = partsOf(at);
  const day = dayText(at, language);
  return language === 'zh' ? `${day} ${weekday} ${hour}:${minute}` : `${day} ${hour}:${minute}`;
}

/** A fact as it is, but a calendar day as people write it. */
export function factText(value: string, language: Language): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(`${value}T04:00:00Z`, language) : value;
}

/** The hour and minute alone, for things that happened just now. */
export function clockText(at: string): string {
  const { hour, minute } = partsOf(at);
  return `${hour}:${minute}`;
}

/** Integer fen as ¥1,200.00. */
export function moneyText(fen: number): string {
  const yuan = (fen / 100).toLocaleString('zh-CN', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `¥${yuan}`;
}

/** The size of a file in the largest fitting unit. */
export function sizeText(bytes: number): string {
  const kilo = 1024;
  if (bytes < kilo * kilo) return `${Math.max(1, Math.round(bytes / kilo))} KB`;
  return `${(bytes / kilo / kilo).toFixed(1)} MB`;
}
