import type { Key } from '../core/records/index.ts';

/** Keys ascend like numbers: the shorter one is the smaller one. */
export function compareKeys(left: Key, right: Key): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : Number(left > right);
}
