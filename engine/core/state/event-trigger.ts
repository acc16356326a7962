import type { EventTriggerEvent } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState } from './instance.ts';

/** Applies an interruption, and its end when the handler starts. */
export function applyEventTrigger(state: InstanceState, event: EventTriggerEvent): void {
  const instance = elementInstance(state, event.elementInstanceKey);
  if (event.type === 'interruption_triggered') {
    instance.pending = { elementId: event.elementId, trigger: event.trigger };
    instance.interrupted = true;
  } else delete instance.pending;
}
