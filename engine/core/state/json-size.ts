import type { JsonValue } from '../records/index.ts';

/** The size of a value as JSON text in bytes, near enough for a limit: escapes are not counted. */
export function jsonSize(value: JsonValue): number {
  if (typeof value === 'string') return Buffer.byteLength(value) + 2;
  if (typeof value !== 'object' || value === null) return String(value).length;
  const separators = 2;
  if (Array.isArray(value)) {
    return value.reduce<number>((size, item) => size + jsonSize(item) + 1, separators);
  }
  let size = separators;
  for (const [name, item] of Object.entries(value)) {
    size += Buffer.byteLength(name) + jsonSize(item) + 4;
  }
  return size;
}
