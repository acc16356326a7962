const AMOUNT = /^\d{1,12}(\.\d{0,2})?$/u;

/** Fen as people read it: ¥1,200.00. */
export function formatFen(amountFen: number, language: 'zh' | 'en' = 'zh'): string {
  const yuan = (amountFen / 100).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return language === 'en' ? `CNY ${yuan}` : `¥${yuan}`;
}

/**
 * Yuan as typed to whole fen, by digits and never by multiplying fractions; the text itself when it
 * is no amount, so that the check can name it.
 */
export function fenOf(text: string): number | string | undefined {
  const tidy = text.replace(/[\s,，¥￥元]/gu, '');
  if (tidy === '') return undefined;
  if (!AMOUNT.test(tidy)) return text;
  const [yuan = '0', fraction = ''] = tidy.split('.');
  return Number(yuan) * 100 + Number(fraction.padEnd(2, '0'));
}

/** What stands in the input for a kept amount: 1200, or 1200.50 where there are fen. */
export function yuanText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
}
