import type { JsonDocument, JsonValue, Key } from '../records/index.ts';
import type { ElementInstance, InstanceState, LoopState } from './instance.ts';

/** The state of an instance without its variables, as JSON: one small row per live instance. */
export type StateSnapshot = JsonDocument;

/** All variables of one scope: what the patches (`variables_set`) of it add up to. */
export interface ScopeVariables {
  readonly scopeKey: Key;
  readonly values: JsonDocument;
}

/** Maps and sets as arrays, everything else as it is; variables are left out. */
export function toSnapshot(state: InstanceState): StateSnapshot {
  const elements = [...state.elements.values()].map((element) => ({
    ...element,
    variables: null,
    childKeys: [...element.childKeys],
    tokens: [...element.tokens],
    timerKeys: [...element.timerKeys],
    subscriptionKeys: [...element.subscriptionKeys],
    incidentKeys: [...element.incidentKeys],
    ...(element.loop === undefined
      ? {}
      : { loop: { ...element.loop, outputs: [...element.loop.outputs] } }),
  }));
  const plain = {
    ...state,
    elements,
    jobs: [...state.jobs.values()],
    timers: [...state.timers.values()],
    subscriptions: [...state.subscriptions.values()],
    incidents: [...state.incidents.values()],
  };
  return plain as unknown as StateSnapshot;
}

/** The inverse of toSnapshot; variables of scopes that are gone are ignored. */
export function fromSnapshot(
  snapshot: StateSnapshot,
  variables: readonly ScopeVariables[],
): InstanceState {
  const plain = snapshot as unknown as Omit<InstanceState, 'elements'> & {
    readonly elements: readonly ElementInstance[];
  };
  const elements = new Map(plain.elements.map((element) => [element.key, reviveElement(element)]));
  for (const { scopeKey, values } of variables) {
    const scope = elements.get(scopeKey)?.variables;
    for (const [name, value] of Object.entries(values)) scope?.set(name, value);
  }
  return {
    ...plain,
    elements,
    jobs: byKey(plain.jobs),
    timers: byKey(plain.timers),
    subscriptions: byKey(plain.subscriptions),
    incidents: byKey(plain.incidents),
  };
}

function reviveElement(element: ElementInstance): ElementInstance {
  return {
    ...element,
    variables: new Map<string, JsonValue>(),
    childKeys: new Set(element.childKeys),
    tokens: new Map(element.tokens),
    timerKeys: new Set(element.timerKeys),
    subscriptionKeys: new Set(element.subscriptionKeys),
    incidentKeys: new Set(element.incidentKeys),
    ...(element.loop === undefined ? {} : { loop: reviveLoop(element.loop) }),
  };
}

function reviveLoop(loop: LoopState): LoopState {
  return { ...loop, outputs: new Map(loop.outputs) };
}

/** In a snapshot the maps are arrays of their values. */
function byKey<Value extends { readonly key: Key }>(
  values: ReadonlyMap<Key, Value>,
): Map<Key, Value> {
  const list = values as unknown as readonly Value[];
  return new Map(list.map((value) => [value.key, { ...value }]));
}
