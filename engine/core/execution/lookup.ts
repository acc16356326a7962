import type { Lookup } from '../../feel/index.ts';
import type { ProcessGraph } from '../model/graph.ts';
import type { JsonDocument, JsonValue, Key } from '../records/index.ts';
import type { ElementInstance, InstanceState } from '../state/instance.ts';

/** The variables that are visible from a scope: its own first, then outwards. */
export function visibleFrom(
  graph: ProcessGraph,
  state: InstanceState,
  scopeKey: Key | undefined,
): Lookup {
  const get = (name: string): JsonValue | undefined => {
    for (const scope of scopesFrom(state, scopeKey)) {
      const value = scope.variables.get(name) ?? loopOutput(graph, scope, name);
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

/** All variables visible from a scope, as one document: what jobs, decisions and children get. */
export function visibleDocument(
  graph: ProcessGraph,
  state: InstanceState,
  scopeKey: Key,
): JsonDocument {
  const found = new Map<string, JsonValue>();
  for (const scope of scopesFrom(state, scopeKey)) {
    for (const [name, value] of scope.variables) if (!found.has(name)) found.set(name, value);
    const output = outputCollectionName(graph, scope);
    if (output !== undefined && !found.has(output)) found.set(output, outputList(scope));
  }
  return Object.fromEntries(found);
}

/** The results of a multi-instance body so far: in input order, null where there is none yet. */
export function outputList(body: ElementInstance): readonly JsonValue[] {
  const { size, outputs } = body.loop ?? { size: 0, outputs: new Map<number, JsonValue>() };
  return Array.from({ length: size }, (_, index) => outputs.get(index) ?? null);
}

function outputCollectionName(graph: ProcessGraph, scope: ElementInstance): string | undefined {
  if (scope.loop === undefined) return undefined;
  return graph.elements.get(scope.elementId)?.multiInstance?.outputCollection;
}

/** The output collection is a variable of the body that is made only when somebody reads it. */
function loopOutput(
  graph: ProcessGraph,
  scope: ElementInstance,
  name: string,
): JsonValue | undefined {
  return outputCollectionName(graph, scope) === name ? outputList(scope) : undefined;
}
