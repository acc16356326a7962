import type { FeelFunction } from '../values/value.ts';
import { aggregateFunctions } from './aggregates.ts';
import { contextFunctions } from './contexts.ts';
import { conversionFunctions, logicFunctions } from './conversions.ts';
import { type Signature, toFunction } from './define.ts';
import { listFunctions } from './lists.ts';
import { absoluteFunctions, numericFunctions } from './numeric.ts';
import { rangeFunctions } from './ranges.ts';
import { temporalFunctions } from './temporal.ts';
import { textFunctions } from './text.ts';

const all: readonly Signature[] = [
  ...absoluteFunctions,
  ...aggregateFunctions,
  ...contextFunctions,
  ...conversionFunctions,
  ...listFunctions,
  ...logicFunctions,
  ...numericFunctions,
  ...rangeFunctions,
  ...temporalFunctions,
  ...textFunctions,
];

function collect(): ReadonlyMap<string, FeelFunction> {
  const byName = new Map<string, Signature[]>();
  for (const each of all) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  return new Map([...byName].map(([name, group]) => [name, toFunction(name, group)]));
}

/** All functions that every expression may call, by name. */
export const builtIns: ReadonlyMap<string, FeelFunction> = collect();
