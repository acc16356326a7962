import { maskIdNo } from './mask.ts';

/** Data class (L1 to L4) of the fields of a form by JSON pointer; `*` stands for every item. */
export type FieldClasses = Readonly<Record<string, string>>;

const HIDDEN = '***';
const ID_NUMBER = /^\d{17}[\dXx]$/;

/** Hides the fields of class L4 from those who may not see them; the shape of the data stays. */
export function maskSensitive(
  data: Readonly<Record<string, unknown>>,
  classes: FieldClasses,
): Record<string, unknown> {
  const pointers = Object.entries(classes).filter(([, dataClass]) => dataClass === 'L4');
  const masked = pointers.reduce<unknown>(
    (value, [pointer]) => maskAt(value, pointer.split('/').slice(1)),
    data,
  );
  return masked as Record<string, unknown>;
}

function maskAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return hidden(value);
  if (Array.isArray(value))
    return value.map((item) => maskAt(item, key === '*' ? rest : [key, ...rest]));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return key in fields ? { ...fields, [key]: maskAt(fields[key], rest) } : value;
}

function hidden(value: unknown): unknown {
  if (typeof value === 'string') return ID_NUMBER.test(value) ? maskIdNo(value) : HIDDEN;
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden(inner)]));
}
