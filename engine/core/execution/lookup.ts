import type { Lookup } from '../../feel/index.ts';
import type { JsonDocument, JsonValue, Key } from '../records/index.ts';
import type { ElementInstance, InstanceState } from '../state/instance.ts';

/** The variables that are visible from a scope: its own first, then outwards. */
export function visibleFrom(state: InstanceState, scopeKey: Key | undefined): Lookup {
  const get = (name: string): JsonValue | undefined => {
    for (const scope of scopesFrom(state, scopeKey)) {
      const value = scope.variables.get(name) ?? loopOutput(scope, name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return { get, has: (name) => get(name) !== undefined };
}

/** The scope and those around it, innermost first. */
export function* scopesFrom(
  state: InstanceState,
  scopeKey: Key | undefined,
): Generator<ElementInstance> {
  let scope = scopeKey === undefined ? undefined : state.elements.get(scopeKey);
  while (scope !== undefined) {
    yield scope;
    scope = scope.flowScopeKey === undefined ? undefined : state.elements.get(scope.flowScopeKey);
  }
}

/**
 * The variables visible from a scope, as one document: what jobs, decisions and children get.
 * `names` chooses among them.
 */
export function visibleDocument(
  state: InstanceState,
  scopeKey: Key,
  names?: readonly string[],
): JsonDocument {
  const wanted = names === undefined ? undefined : new Set(names);
  const found = new Map<string, JsonValue>();
  const isNew = (name: string) => !found.has(name) && wanted?.has(name) !== false;
  for (const scope of scopesFrom(state, scopeKey)) {
    for (const [name, value] of scope.variables) if (isNew(name)) found.set(name, value);
    const output = scope.loop?.outputCollection;
    if (output !== undefined && isNew(output)) found.set(output, outputList(scope));
  }
  return Object.fromEntries(found);
}

/** The results of a multi-instance body so far: in input order, null where there is none yet. */
export function outputList(body: ElementInstance): readonly JsonValue[] {
  const { size, outputs } = body.loop ?? { size: 0, outputs: new Map<number, JsonValue>() };
  return Array.from({ length: size }, (_, index) => outputs.get(index) ?? null);
}

/** The output collection is a variable of the body that is made only when somebody reads it. */
function loopOutput(scope: ElementInstance, name: string): JsonValue | undefined {
  return scope.loop?.outputCollection === name ? outputList(scope) : undefined;
}
