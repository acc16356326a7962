import assert from 'node:assert/strict';
import type { Key } from '../records/index.ts';
import type { ElementInstance, InstanceState } from './instance.ts';

/** The element instance with this key, which the caller knows to exist. */
export function elementInstance(state: InstanceState, key: Key): ElementInstance {
  const instance = state.elements.get(key);
  assert(
    instance,
    `Expected element instance ${key} in instance ${state.key}, but it is not there`,
  );
  return instance;
}

/** The instance of the scope that an element instance is in; undefined for the process. */
export function flowScope(
  state: InstanceState,
  instance: ElementInstance,
): ElementInstance | undefined {
  return instance.flowScopeKey === undefined
    ? undefined
    : elementInstance(state, instance.flowScopeKey);
}

/** A scope in which nothing is active and no token is on its way or waits at a join. */
export function isEmpty(scope: ElementInstance): boolean {
  return scope.childKeys.size === 0 && scope.tokens.size === 0;
}
