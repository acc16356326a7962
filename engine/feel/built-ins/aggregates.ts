import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { add } from '../values/aggregate.ts';
import { compareValues } from '../values/compare.ts';
import { FeelNumber, finite } from '../values/number.ts';
import type { List, Value } from '../values/value.ts';
import { define, failCall, list, rest, type Signature } from './define.ts';

type Aggregate = (items: List, run: Runtime) => Value;

/** Takes one list, or the items as arguments. */
function aggregate(name: string, call: Aggregate): Signature[] {
  return [
    define(name, [list('list')], (run, items) => call(items, run)),
    define(name, [rest('items')], (run, items) =>
      items.length < 2 ? failCall(run, name, 'Expected a list') : call(items, run),
    ),
  ];
}

function isNumbers(items: List): items is readonly Decimal[] {
  return items.every((item) => item instanceof Decimal);
}

/** An aggregate of numbers; of nothing it is null, as of anything else. */
function ofNumbers(name: string, call: (items: readonly Decimal[]) => Value): Signature[] {
  return aggregate(name, (items, run) => {
    if (!isNumbers(items)) return failCall(run, name, 'Expected a list of numbers');
    return items.length === 0 ? failCall(run, name, 'Expected at least one number') : call(items);
  });
}

function sumOf(items: readonly Decimal[]): Decimal {
  return items.reduce((sum, item) => sum.add(item), new FeelNumber(0));
}

function meanOf(items: readonly Decimal[]): Decimal {
  return sumOf(items).div(items.length);
}

function medianOf(items: readonly Decimal[]): Decimal | null {
  const ordered = [...items].sort((a, b) => a.comparedTo(b));
  const middle = items.length >> 1;
  const upper = ordered[middle];
  if (upper === undefined) return null;
  return items.length % 2 === 1 ? upper : upper.add(ordered[middle - 1] ?? upper).div(2);
}

/** The standard deviation of a sample, which needs at least two numbers. */
function deviationOf(items: readonly Decimal[]): Decimal | null {
  if (items.length < 2) return null;
  const mean = meanOf(items);
  const squares = items.map((item) => item.sub(mean).pow(2));
  return sumOf(squares)
    .div(items.length - 1)
    .sqrt();
}

function modesOf(items: readonly Decimal[]): Value {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item.toString(), (counts.get(item.toString()) ?? 0) + 1);
  const most = [...counts.values()].reduce((high, count) => Math.max(high, count), 0);
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([text]) => new FeelNumber(text))
    .sort((a, b) => a.comparedTo(b));
}

/** The item that no other one beats; null if two cannot be compared. */
function extreme(name: string, sign: 1 | -1): Signature[] {
  return aggregate(name, (items, run) => {
    let best: Value | undefined;
    for (const item of items) {
      const compared = compareValues(item, best ?? item);
      if (compared === undefined) return failCall(run, name, 'Expected items that compare');
      if (best === undefined || compared * sign > 0) best = item;
    }
    return best ?? null;
  });
}

/** Three-valued over booleans: one that decides is enough. */
function logic(name: string, deciding: boolean): Signature[] {
  return aggregate(name, (items) => {
    if (items.includes(deciding)) return deciding;
    return items.every((item) => item === !deciding) ? !deciding : null;
  });
}

export const aggregateFunctions: readonly Signature[] = [
  ...aggregate('sum', (items, run) => {
    if (items.length === 0) return failCall(run, 'sum', 'Expected at least one number');
    return add(items, run);
  }),
  ...ofNumbers('product', (items) =>
    finite(items.reduce((product, item) => product.mul(item), new FeelNumber(1))),
  ),
  ...ofNumbers('mean', meanOf),
  ...ofNumbers('median', medianOf),
  ...ofNumbers('stddev', deviationOf),
  ...aggregate('mode', (items, run) =>
    isNumbers(items) ? modesOf(items) : failCall(run, 'mode', 'Expected a list of numbers'),
  ),
  ...extreme('min', -1),
  ...extreme('max', 1),
  ...logic('all', false),
  ...logic('any', true),
];
