// The database stores neither the character NUL nor half of a surrogate pair.
const BROKEN = /[\0\p{Surrogate}]/u;

/** Whether every text in a value, names included, can be stored and sent on as it is. */
export function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return !BROKEN.test(value);
  if (Array.isArray(value)) return value.every(isWhole);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => !BROKEN.test(key) && isWhole(inner));
}
