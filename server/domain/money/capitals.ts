const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;
const FEN_MAX = 9_999_999_999_999_99;

/** Writes an amount in Chinese capitals (人民币大写), as vouchers and decisions need it. */
export function amountInCapitals(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen > FEN_MAX) {
    throw new RangeError(`Expected fen from 0 to ${FEN_MAX}, but got ${fen}`);
  }
  const yuan = Math.trunc(fen / 100);
  const [jiao, rest] = [Math.trunc((fen % 100) / 10), fen % 10];
  const whole = yuan === 0 ? '' : `${integerInCapitals(yuan)}元`;
  if (jiao === 0 && rest === 0) return `${whole === '' ? '零元' : whole}整`;
  const jiaoPart = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零';
  // A yuan part that ends in zero is followed by 零 before the jiao, so that nothing can be added.
  const gap = jiao > 0 && yuan > 0 && yuan % 10 === 0 ? '零' : '';
  return whole + gap + jiaoPart + (rest > 0 ? `${DIGITS[rest]}分` : '整');
}

function integerInCapitals(value: number): string {
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.trunc(rest / 10_000)) groups.push(rest % 10_000);
  let text = '';
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at] ?? 0;
    if (group === 0) continue;
    const needsZero = text !== '' && (group < 1000 || (groups[at + 1] ?? 0) === 0);
    text += (needsZero ? '零' : '') + groupInCapitals(group) + GROUPS[at];
  }
  return text;
}

function groupInCapitals(group: number): string {
  const digits = [...String(group)].map(Number);
  let text = '';
  let isZeroOpen = false;
  for (const [at, digit] of digits.entries()) {
    if (digit === 0) {
      isZeroOpen = true;
      continue;
    }
    text += (isZeroOpen ? '零' : '') + DIGITS[digit] + PLACES[digits.length - 1 - at];
    isZeroOpen = false;
  }
  return text;
}
