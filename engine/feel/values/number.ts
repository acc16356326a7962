import { Decimal } from 'decimal.js';

/**
 * Decimal numbers of 34 digits, as IEEE 754 decimal128 and FEEL ask. The exponent is bounded
 * too, so that no number can be written out longer than a few kilobytes.
 */
export const FeelNumber = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6143,
});

export type FeelNumber = Decimal;

export const ZERO = new FeelNumber(0);
export const ONE = new FeelNumber(1);

/** The number, or null where the result is beyond the range or not a number. */
export function finite(value: Decimal): Decimal | null {
  return value.isFinite() ? value : null;
}

/** A whole number that a JavaScript number can hold exactly, else undefined. */
export function toInteger(value: Decimal): number | undefined {
  const number = value.toNumber();
  return Number.isSafeInteger(number) && value.isInteger() ? number : undefined;
}
