import type { JsonDocument } from './json.ts';
import type { Key } from './key.ts';

/**
 * Sets variables in a scope, or from it upwards. Rejections: not_found (no such scope),
 * invalid_argument (a limit is passed).
 */
export interface SetVariables {
  readonly type: 'set_variables';
  readonly scopeKey: Key;
  readonly variables: JsonDocument;
  readonly local: boolean;
}

/**
 * A patch of one scope: each name is created or replaced. A scope's variables are gone with its
 * ElementCompleted or ElementTerminated; those of the process with InstanceEnded.
 */
export interface VariablesSet {
  readonly type: 'variables_set';
  readonly processInstanceKey: Key;
  readonly scopeKey: Key;
  readonly values: JsonDocument;
}

/** What happens to variables. */
export type VariableEvent = VariablesSet;
