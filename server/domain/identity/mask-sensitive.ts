import { maskIdNo, maskPhone } from './mask.ts';

/** Data class (L1 to L4) of the fields of a form by JSON pointer; `*` stands for every item. */
export type FieldClasses = Readonly<Record<string, string>>;

/** Which classes somebody may read in full: all, personal data but not L4, or neither. */
export type ShownClasses = 'all' | 'personal' | 'none';

type Mask = (text: string, key: string) => string;

const HIDDEN = '***';
const ID_NUMBER = /^\d{17}[\dXx]$/;
const ID_NUMBERS = /(?<!\d)\d{17}[\dXx](?!\d)/g;
const MOBILE_NUMBERS = /(?<!\d)1\d{10}(?!\d)/g;
const FILE = /^data:/;

/**
 * Hides the fields of class L4 from those who may not see them, and in personal data (L3) the
 * numbers of papers, telephones and accounts; the shape of the data stays.
 */
export function maskSensitive(
  data: Readonly<Record<string, unknown>>,
  classes: FieldClasses,
  shown: ShownClasses = 'personal',
): Record<string, unknown> {
  if (shown === 'all') return { ...data };
  const masks: readonly (readonly [string, Mask])[] = [
    ['L4', hideText],
    ...(shown === 'none' ? [['L3', maskNumbers] as const] : []),
  ];
  const masked = masks.reduce<unknown>(
    (value, [name, mask]) => maskClass(value, pointersOf(classes, name), mask),
    data,
  );
  return masked as Record<string, unknown>;
}

/** Whether a form has fields whose reading in full has to be written down. */
export function hasSensitive(classes: FieldClasses): boolean {
  return Object.values(classes).some((name) => name === 'L3' || name === 'L4');
}

function pointersOf(classes: FieldClasses, name: string): readonly string[] {
  return Object.keys(classes).filter((pointer) => classes[pointer] === name);
}

function maskClass(data: unknown, pointers: readonly string[], mask: Mask): unknown {
  return pointers.reduce(
    (value, pointer) => maskAt(value, pointer.split('/').slice(1), mask),
    data,
  );
}

function maskAt(value: unknown, [key, ...rest]: readonly string[], mask: Mask): unknown {
  if (key === undefined) return maskAll(value, '', mask);
  if (Array.isArray(value)) {
    return value.map((item) => maskAt(item, key === '*' ? rest : [key, ...rest], mask));
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  if (!(key in fields)) return value;
  const inner = fields[key];
  const masked = rest.length === 0 ? maskAll(inner, key, mask) : maskAt(inner, rest, mask);
  return { ...fields, [key]: masked };
}

function maskAll(value: unknown, key: string, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value, key);
  if (Array.isArray(value)) return value.map((item) => maskAll(item, key, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskAll(inner, name, mask)]),
  );
}

function hideText(text: string): string {
  return ID_NUMBER.test(text) ? maskIdNo(text) : HIDDEN;
}

// Names and addresses stay, as in the lists of the offices; a drawn signature is no text.
function maskNumbers(text: string, key: string): string {
  if (FILE.test(text)) return text;
  if (/account/i.test(key)) return `****${text.slice(-4)}`;
  if (/^(tel|mobile|phone)/i.test(key)) return maskPhone(text);
  return text.replaceAll(ID_NUMBERS, maskIdNo).replaceAll(MOBILE_NUMBERS, maskPhone);
}
