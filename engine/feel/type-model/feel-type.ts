import type { Runtime } from '../runtime.ts';
import { FeelContext } from '../values/context.ts';
import { FeelRange } from '../values/range.ts';
import { isList, typeOf, type Value, type ValueType } from '../values/value.ts';

/** A type as `instance of`, a parameter or an item definition names it. */
export type FeelType =
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly name: ValueType }
  | { readonly kind: 'duration' }
  | { readonly kind: 'list'; readonly item: FeelType }
  | { readonly kind: 'range'; readonly item: FeelType }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [string, FeelType])[] }
  | { readonly kind: 'function' }
  | { readonly kind: 'unknown'; readonly name: string };

export const ANY: FeelType = { kind: 'any' };

const SIMPLE_NAMES: readonly (readonly [string, ValueType])[] = [
  ['number', 'number'],
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['time', 'time'],
  ['date and time', 'date and time'],
  ['dateTime', 'date and time'],
  ['days and time duration', 'days and time duration'],
  ['dayTimeDuration', 'days and time duration'],
  ['day-time-duration', 'days and time duration'],
  ['years and months duration', 'years and months duration'],
  ['yearMonthDuration', 'years and months duration'],
  ['year-month-duration', 'years and months duration'],
  ['Null', 'null'],
];

const NAMED: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ...SIMPLE_NAMES.map(([text, name]) => [text, { kind: 'simple', name }] as const),
  ['Any', ANY],
  ['duration', { kind: 'duration' }],
  ['list', { kind: 'list', item: ANY }],
  ['range', { kind: 'range', item: ANY }],
  ['context', { kind: 'context', entries: [] }],
  ['function', { kind: 'function' }],
]);

/** Names of several words, which the scanner must keep together. */
export const TYPE_NAMES = [
  'date and time',
  'days and time duration',
  'years and months duration',
] as const;

/** FEEL's own type of that name. */
export function builtInType(name: string): FeelType | undefined {
  return NAMED.get(name);
}

function conformsRange(value: FeelRange, item: FeelType, run: Runtime): boolean {
  return [value.start, value.end].every((end) => end === undefined || conforms(end, item, run));
}

function conformsContext(
  value: FeelContext,
  entries: readonly (readonly [string, FeelType])[],
  run: Runtime,
): boolean {
  return entries.every(([key, type]) => {
    const entry = value.get(key);
    return entry !== undefined && conforms(entry, type, run);
  });
}

/** Whether a value fits a type; null fits every type here. */
export function conforms(value: Value, type: FeelType, run: Runtime): boolean {
  run.spend(1);
  if (value === null) return true;
  switch (type.kind) {
    case 'any':
      return true;
    case 'simple':
      return typeOf(value) === type.name;
    case 'duration':
      return typeOf(value).endsWith('duration');
    case 'list':
      return isList(value) && value.every((each) => conforms(each, type.item, run));
    case 'range':
      return value instanceof FeelRange && conformsRange(value, type.item, run);
    case 'context':
      return value instanceof FeelContext && conformsContext(value, type.entries, run);
    case 'function':
      return typeOf(value) === 'function';
    case 'unknown':
      return false;
    default:
      return type satisfies never;
  }
}
