import { Decimal } from 'decimal.js';
import { FeelFailure } from '../failure.ts';
import type { Runtime } from '../runtime.ts';
import { add } from '../values/aggregate.ts';
import { compareValues, equalValues } from '../values/compare.ts';
import { FeelContext } from '../values/context.ts';
import { FeelNumber } from '../values/number.ts';
import type { Value } from '../values/value.ts';

export type HitPolicy =
  | 'UNIQUE'
  | 'ANY'
  | 'PRIORITY'
  | 'FIRST'
  | 'RULE ORDER'
  | 'OUTPUT ORDER'
  | 'COLLECT';

export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

/** A rule that matched: its outputs by column. */
export interface Hit {
  readonly ruleIndex: number;
  readonly values: readonly Value[];
}

/** What a hit policy has to know of the columns. */
export interface Columns {
  readonly names: readonly string[];
  /** The allowed values of each output, best first; empty where none are stated. */
  readonly orders: readonly (readonly Value[])[];
}

/** One column gives its value, several give a context. */
export function outputOf(hit: Hit, columns: Columns): Value {
  if (columns.names.length === 1) return hit.values[0] ?? null;
  return new FeelContext(columns.names.map((name, index) => [name, hit.values[index] ?? null]));
}

function rulesText(hits: readonly Hit[]): string {
  return hits.map((hit) => hit.ruleIndex).join(', ');
}

function rank(value: Value, order: readonly Value[], run: Runtime): number {
  const index = order.findIndex((each) => equalValues(each, value, run) === true);
  return index < 0 ? order.length : index;
}

/** Sorts by the stated order of output values, first column first; equal ranks keep rule order. */
function byPriority(hits: readonly Hit[], columns: Columns, run: Runtime): readonly Hit[] {
  const ranked = hits.map((hit) => ({
    hit,
    ranks: columns.orders.map((order, index) => rank(hit.values[index] ?? null, order, run)),
  }));
  ranked.sort((left, right) => {
    const column = left.ranks.findIndex((each, index) => each !== right.ranks[index]);
    return column < 0 ? 0 : (left.ranks[column] ?? 0) - (right.ranks[column] ?? 0);
  });
  return ranked.map(({ hit }) => hit);
}

function unique(hits: readonly Hit[]): Hit | undefined {
  if (hits.length < 2) return hits[0];
  const rules = rulesText(hits);
  throw new FeelFailure('type', `rules ${rules} matched, where hit policy UNIQUE allows one`);
}

function same(hits: readonly Hit[], columns: Columns, run: Runtime): Hit | undefined {
  const [first, ...others] = hits;
  if (first === undefined) return undefined;
  const output = outputOf(first, columns);
  if (others.every((hit) => equalValues(outputOf(hit, columns), output, run) === true))
    return first;
  const rules = rulesText(hits);
  throw new FeelFailure('type', `rules ${rules} differ, where hit policy ANY allows one output`);
}

function extreme(values: readonly Value[], sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values) {
    if (best === null) best = value;
    const compared = compareValues(value, best);
    if (compared === undefined) return null;
    if (compared * sign > 0) best = value;
  }
  return best;
}

function aggregate(values: readonly Value[], aggregation: Aggregation, run: Runtime): Value {
  if (aggregation === 'COUNT') return new FeelNumber(values.length);
  if (values.length === 0) return null;
  if (aggregation === 'SUM') return add(values, run);
  const isNumeric = values.every((value) => value instanceof Decimal);
  if (!isNumeric && values.some((value) => value === null)) return null;
  return extreme(values, aggregation === 'MAX' ? 1 : -1);
}

/** The result of the matched rules, counts too; undefined where none matched and the default applies. */
export function applyHitPolicy(
  policy: { readonly hitPolicy: HitPolicy; readonly aggregation: Aggregation | undefined },
  hits: readonly Hit[],
  columns: Columns,
  run: Runtime,
): Value | undefined {
  const { hitPolicy, aggregation } = policy;
  const one = (hit: Hit | undefined) => (hit === undefined ? undefined : outputOf(hit, columns));
  const many = (list: readonly Hit[]) =>
    list.length === 0 ? undefined : list.map((hit) => outputOf(hit, columns));
  switch (hitPolicy) {
    case 'UNIQUE':
      return one(unique(hits));
    case 'ANY':
      return one(same(hits, columns, run));
    case 'PRIORITY':
      return one(byPriority(hits, columns, run)[0]);
    case 'FIRST':
      return one(hits[0]);
    case 'RULE ORDER':
      return many(hits);
    case 'OUTPUT ORDER':
      return many(byPriority(hits, columns, run));
    case 'COLLECT': {
      if (aggregation === undefined) return many(hits);
      if (hits.length === 0) return undefined;
      const values = hits.map((hit) => outputOf(hit, columns));
      return aggregate(values, aggregation, run);
    }
    default:
      return hitPolicy satisfies never;
  }
}
