import type { VariableEvent } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState } from './instance.ts';

/** Applies a patch of one scope's variables. */
export function applyVariable(state: InstanceState, event: VariableEvent): void {
  const { variables } = elementInstance(state, event.scopeKey);
  for (const [name, value] of Object.entries(event.values)) variables.set(name, value);
}
