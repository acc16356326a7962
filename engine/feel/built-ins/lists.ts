import type { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { equalValues } from '../values/compare.ts';
import { FeelContext } from '../values/context.ts';
import { FeelNumber, toInteger } from '../values/number.ts';
import { type FeelFunction, isList, type List, type Value } from '../values/value.ts';
import {
  any,
  define,
  failCall,
  functionOf,
  list,
  number,
  optional,
  rest,
  type Signature,
  strictList,
} from './define.ts';

function isEqual(left: Value, right: Value, run: Runtime): boolean {
  return equalValues(left, right, run) === true;
}

function holds(items: List, value: Value, run: Runtime): boolean {
  return items.some((item) => isEqual(item, value, run));
}

export function distinct(items: List, run: Runtime): Value[] {
  const kept: Value[] = [];
  for (const item of items) if (!holds(kept, item, run)) kept.push(item);
  return kept;
}

function duplicates(items: List, run: Runtime): Value[] {
  const repeated = items.filter(
    (item) => items.filter((other) => isEqual(item, other, run)).length > 1,
  );
  return distinct(repeated, run);
}

function flattenInto(items: List, target: Value[], run: Runtime): Value[] {
  for (const item of items) {
    run.spend(1);
    if (isList(item)) flattenInto(item, target, run);
    else target.push(item);
  }
  return target;
}

/** The index from 0 of a position from 1 or, if negative, from the end. */
function indexOf(items: List, position: Decimal): number | undefined {
  const index = toInteger(position);
  if (index === undefined || index === 0 || Math.abs(index) > items.length) return undefined;
  return index > 0 ? index - 1 : items.length + index;
}

function outside(run: Runtime, name: string, items: List): null {
  return failCall(run, name, `Expected a position inside the list of ${items.length}`);
}

/** Merge sort over `precedes`; each comparison is a call and costs fuel. */
function sorted(items: List, precedes: FeelFunction, run: Runtime): List {
  run.spend(items.length);
  if (items.length < 2) return items;
  const middle = items.length >> 1;
  const left = sorted(items.slice(0, middle), precedes, run);
  const right = sorted(items.slice(middle), precedes, run);
  const merged: Value[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [a = null, b = null] = [left[i], right[j]];
    const isRightFirst = precedes.call([b, a], run) === true;
    merged.push(isRightFirst ? b : a);
    if (isRightFirst) j += 1;
    else i += 1;
  }
  return [...merged, ...left.slice(i), ...right.slice(j)];
}

function sublist(items: List, start: number, length: number | undefined): List | undefined {
  const from = start > 0 ? start - 1 : items.length + start;
  const to = length === undefined ? items.length : from + length;
  return start === 0 || from < 0 || to > items.length || from > to
    ? undefined
    : items.slice(from, to);
}

function replaceMatching(items: List, match: FeelFunction, item: Value, run: Runtime): Value {
  const results: Value[] = [];
  for (const each of items) {
    run.spend(1);
    const isMatch = match.call([each, item], run);
    if (typeof isMatch !== 'boolean') {
      return failCall(run, 'list replace', 'Expected the function to return true or false');
    }
    results.push(isMatch ? item : each);
  }
  return results;
}

function partition(items: List, size: number): List {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, i * size + size));
}

function concatenate(lists: List): List {
  return lists.flatMap((each) => (isList(each) ? [...each] : [each]));
}

const positionFunctions: readonly Signature[] = [
  define(
    'sublist',
    [list('list'), number('start position'), optional(number('length'))],
    (run, items, start, length) => {
      const count = length === null ? undefined : toInteger(length.trunc());
      const part = sublist(items, toInteger(start.trunc()) ?? 0, count);
      return part ?? outside(run, 'sublist', items);
    },
  ),
  define(
    'insert before',
    [list('list'), number('position'), any('newItem')],
    (run, items, position, item) => {
      const index = indexOf(items, position);
      if (index === undefined) return outside(run, 'insert before', items);
      return [...items.slice(0, index), item, ...items.slice(index)];
    },
  ),
  define('remove', [list('list'), number('position')], (run, items, position) => {
    const index = indexOf(items, position);
    if (index === undefined) return outside(run, 'remove', items);
    return [...items.slice(0, index), ...items.slice(index + 1)];
  }),
  define(
    'list replace',
    [strictList('list'), number('position'), any('newItem')],
    (run, items, position, item) => {
      const index = indexOf(items, position);
      if (index === undefined) return outside(run, 'list replace', items);
      return [...items.slice(0, index), item, ...items.slice(index + 1)];
    },
  ),
  define(
    'list replace',
    [strictList('list'), functionOf('match'), any('newItem')],
    (run, items, match, item) => replaceMatching(items, match, item, run),
  ),
  define('index of', [list('list'), any('match')], (run, items, match) => {
    const places = items.map((item, index) => (isEqual(item, match, run) ? index + 1 : 0));
    return places.filter((place) => place > 0).map((place) => new FeelNumber(place));
  }),
];

const wholeFunctions: readonly Signature[] = [
  define('list contains', [list('list'), any('element')], (run, items, element) =>
    holds(items, element, run),
  ),
  define('count', [list('list')], (_run, items) => new FeelNumber(items.length)),
  define('append', [list('list'), any('item'), rest('items')], (_run, items, ...added) => {
    return [...items, added[0], ...added[1]];
  }),
  define('append', [list('list'), any('item')], (_run, items, item) => [...items, item]),
  define('concatenate', [list('list'), rest('lists')], (run, first, others) => {
    const lists = [first, ...others];
    for (const each of lists) run.spend(isList(each) ? each.length : 1);
    return concatenate(lists);
  }),
  define('reverse', [list('list')], (_run, items) => [...items].reverse()),
  define('union', [list('list'), rest('lists')], (run, first, others) =>
    distinct(concatenate([first, ...others]), run),
  ),
  define('distinct values', [list('list')], (run, items) => distinct(items, run)),
  define('duplicate values', [list('list')], (run, items) => duplicates(items, run)),
  define('flatten', [list('list')], (run, items) => flattenInto(items, [], run)),
  define('sort', [list('list'), functionOf('precedes')], (run, items, precedes) =>
    sorted(items, precedes, run),
  ),
  define('partition', [list('list'), number('size')], (run, items, size) => {
    const count = toInteger(size);
    if (count === undefined || count < 1) {
      return failCall(run, 'partition', 'Expected a size above 0');
    }
    return partition(items, count);
  }),
  define('is empty', [any('value')], (_run, value) => {
    if (isList(value)) return value.length === 0;
    if (value instanceof FeelContext) return value.keys().length === 0;
    return typeof value === 'string' ? value === '' : null;
  }),
];

export const listFunctions: readonly Signature[] = [...positionFunctions, ...wholeFunctions];
