import { usccCheckDigit } from './check-digits.ts';

/** Whether a text is a valid unified social credit code (统一社会信用代码). */
export function isUscc(input: string): boolean {
  const text = input.trim().toUpperCase();
  return text.length === 18 && usccCheckDigit(text.slice(0, 17)) === text.charAt(17);
}
