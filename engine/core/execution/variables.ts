import type { GraphElement } from '../model/graph.ts';
import type { Failure, JsonDocument, JsonValue, Key, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import { isEqualJson } from '../state/equal-json.ts';
import type { ElementInstance } from '../state/instance.ts';
import { append, type Execution } from './execution.ts';
import { scopesFrom } from './lookup.ts';
import { checkSizes } from './sizes.ts';

/** Sets variables in one scope; an empty document leaves no trace. */
export function setLocal(execution: Execution, scopeKey: Key, values: JsonDocument): void {
  if (Object.keys(values).length === 0) return;
  append(execution, { type: 'variables_set', scopeKey, values });
}

/**
 * Sets variables where they exist, looking from a scope outwards; what no scope has is created at
 * the root. As in Zeebe, a scope takes in only what it has with a different value: a name that
 * it has with an equal value goes on outwards, and is then created at the root.
 */
export function propagate(execution: Execution, scopeKey: Key, values: JsonDocument): void {
  let rest = Object.entries(values);
  for (const scope of [...scopesFrom(execution.state, scopeKey)]) {
    const isRoot = scope.flowScopeKey === undefined;
    const taken = rest.filter(([name, value]) => isRoot || differs(scope, name, value));
    rest = rest.filter(([name, value]) => !(isRoot || differs(scope, name, value)));
    const changed = taken.filter(([name, value]) => !isSame(scope, name, value));
    setLocal(execution, scope.key, Object.fromEntries(changed));
  }
}

/**
 * Gives an element what came from outside: a job's, a message's, a child's or a script's
 * result. With output mappings it stays in the element, and only what they name will leave.
 */
export function deliver(
  execution: Execution,
  instance: ElementInstance,
  values: JsonDocument,
  keepsLocal: boolean,
): void {
  if (keepsLocal) setLocal(execution, instance.key, values);
  else propagate(execution, instance.key, values);
}

function differs(scope: ElementInstance, name: string, value: JsonValue): boolean {
  return scope.variables.has(name) && !isSame(scope, name, value);
}

function isSame(scope: ElementInstance, name: string, value: JsonValue): boolean {
  return scope.variables.has(name) && isEqualJson(scope.variables.get(name), value);
}

/**
 * Gives an element what it has worked out itself; too large a result is a failure, and nothing is
 * set.
 */
export function deliverResult(
  execution: Execution,
  instance: ElementInstance,
  values: JsonDocument,
  keepsLocal: boolean,
): Result<void, Failure> {
  const checked = checkSizes(values, execution.state.variableBytes);
  if (!checked.ok) return problem({ code: 'extract_value_error', message: checked.problem });
  deliver(execution, instance, values, keepsLocal);
  return success(undefined);
}

/**
 * Gives an event what it was triggered with. Variables of a BPMN error stay in the event and leave
 * it by output mappings only.
 */
export function deliverTrigger(
  execution: Execution,
  element: GraphElement,
  instance: ElementInstance,
): void {
  if (instance.trigger === undefined) return;
  const { variables, local } = instance.trigger;
  deliver(execution, instance, variables, local || element.outputs.length > 0);
}
