import type { VariableEvent } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState } from './instance.ts';
import { jsonSize } from './json-size.ts';

/** Applies a patch of one scope's variables. */
export function applyVariable(state: InstanceState, event: VariableEvent): void {
  const { variables } = elementInstance(state, event.scopeKey);
  for (const [name, value] of Object.entries(event.values)) {
    const replaced = variables.get(name);
    state.variableBytes += jsonSize(value) - (replaced === undefined ? 0 : jsonSize(replaced));
    variables.set(name, value);
  }
}
