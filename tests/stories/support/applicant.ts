const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
const FIRST_SERIAL = 990;
const SERIALS = 10;

/** The identity number of the n-th fictional person: same birthday as the sample's, own serial. */
export function identityNumberLike(sample: string, n: number): string {
  const year = Number(sample.slice(6, 10)) - Math.floor(n / SERIALS);
  const serial = String(FIRST_SERIAL + (n % SERIALS));
  const digits = `${sample.slice(0, 6)}${year}${sample.slice(10, 14)}${serial}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + CHECKS[sum % 11];
}
