import type { CallActivityEvent } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState } from './instance.ts';

/** Applies the tie between a call activity and its child. */
export function applyCallActivity(state: InstanceState, event: CallActivityEvent): void {
  const instance = elementInstance(state, event.elementInstanceKey);
  if (event.type === 'child_called') instance.childInstanceKey = event.childProcessInstanceKey;
  else delete instance.childInstanceKey;
}
