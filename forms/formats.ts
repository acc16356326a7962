/** Formats of Chinese grass-roots forms; pure, so that browser and server judge alike. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const ID_CHECKS = '10X98765432';
const ID_SHAPE = /^[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u;
const NAME_HAN = /^[\p{Script=Han}·]{2,25}$/u;
const NAME_LATIN = /^[\p{Script=Latin}][\p{Script=Latin} .'’-]{1,59}$/u;

/** The check digit of an 18-digit identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCheckDigit(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return ID_CHECKS[sum % 11] ?? '';
}

/** Whether the text is an 18-digit identity number: shape, real birth date, check digit. */
export function isIdNumber(text: string): boolean {
  if (!ID_SHAPE.test(text)) return false;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  return isCalendarDate(birth) && idCheckDigit(text.slice(0, 17)) === text.slice(17).toUpperCase();
}

/** The birth date that an identity number carries, as `YYYY-MM-DD`. */
export function birthOfIdNumber(text: string): string | undefined {
  if (!isIdNumber(text)) return undefined;
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}

/** Whether `YYYY-MM-DD` is a day that exists. */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && day > 0
    ? date.getUTCDate() === day
    : false;
}

/** Whether 12 to 19 digits pass the Luhn check of bank cards. */
export function isBankCard(text: string): boolean {
  return /^\d{12,19}$/u.test(text) && passesLuhn(text);
}

/** The Luhn check over a row of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether the text is a 12-digit division code; whether the division exists is data, not format. */
export function isDivisionCode(text: string): boolean {
  return /^[1-9]\d{11}$/u.test(text);
}

/** Whether the text is a mobile number of the Chinese mainland. */
export function isMobile(text: string): boolean {
  return /^1[3-9]\d{9}$/u.test(text);
}

/** Whether the text is a telephone number: area code, number, extension. */
export function isTelephone(text: string): boolean {
  return /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/u.test(text);
}

/** Whether the text is a person's name: Han characters, rare ones included, or Latin letters. */
export function isPersonName(text: string): boolean {
  return NAME_HAN.test(text) || NAME_LATIN.test(text);
}

/** Formats of text that a schema may name, each with its test. */
export const TEXT_FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'id-card': isIdNumber,
  'bank-card': isBankCard,
  division12: isDivisionCode,
  'cn-mobile': isMobile,
  'cn-phone': isTelephone,
  'person-name': isPersonName,
  date: isCalendarDate,
  signature: (text) => text.length > 0,
};

/** Whether the number is an amount in fen that money can have: whole and exactly representable. */
export function isMoneyFen(value: number): boolean {
  return Number.isSafeInteger(value);
}
