import type { Scope } from '../scope.ts';
import type { Code } from '../syntax/code.ts';
import { bindArguments } from '../syntax/functions.ts';
import { FeelFunction } from '../values/value.ts';
import type { Parameter } from './model.ts';

/** Levels a call of a model's function counts for; its body is not measured. */
const LEVELS_PER_CALL = 40;

/** Makes a function of a body that sees its parameters and what the scope holds. */
export function makeFunction(
  name: string,
  parameters: readonly Parameter[],
  body: Code,
  scope: Scope,
): FeelFunction {
  const names = parameters.map((each) => each.name);
  return new FeelFunction(name, names, (values, run) => {
    const inside = bindArguments(parameters, values, scope, run);
    return inside === null ? null : run.descend(LEVELS_PER_CALL, () => body(inside, run));
  });
}
