import type { JsonDocument, JsonValue } from '../records/index.ts';

/** Whether two JSON values are the same; the order of names does not matter. */
export function isEqualJson(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) return isEqualList(one, other);
  const first = one as JsonDocument;
  const second = other as JsonDocument;
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every((name) => Object.hasOwn(second, name) && isEqualJson(first[name], second[name]))
  );
}

function isEqualList(one: JsonValue, other: JsonValue): boolean {
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, index) => isEqualJson(item, other[index]))
  );
}
