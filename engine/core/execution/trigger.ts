import type { Key, Trigger } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import { closeEvents } from './events.ts';
import { append, type Execution, enqueue, graphElement } from './execution.ts';
import { settle } from './settle.ts';
import { deliver } from './variables.ts';

/** Something that `instance` waits for has happened; `elementId` is the element that catches it. */
export function triggerEvent(
  execution: Execution,
  instance: ElementInstance,
  elementId: string,
  trigger: Trigger,
): void {
  const element = graphElement(execution, elementId);
  if (element.type === 'boundary_event') {
    if (element.interrupting) interruptActivity(execution, instance, elementId, trigger);
    else startHandler(execution, instance.flowScopeKey ?? instance.key, elementId, trigger);
  } else if (element.type === 'start_event') {
    if (element.interrupting) interruptScope(execution, instance, elementId, trigger);
    else startHandler(execution, instance.key, element.scopeId ?? '', trigger);
  } else if (instance.elementType === 'event_based_gateway') {
    append(execution, interruption(instance.key, elementId, trigger));
    closeEvents(execution, instance);
    enqueue(execution, { type: 'complete', key: instance.key });
  } else {
    deliver(execution, instance, trigger.variables, element.outputs.length > 0);
    enqueue(execution, { type: 'complete', key: instance.key });
  }
}

/** The activity is stopped; its end starts the boundary event. */
function interruptActivity(
  execution: Execution,
  instance: ElementInstance,
  elementId: string,
  trigger: Trigger,
): void {
  append(execution, interruption(instance.key, elementId, trigger));
  enqueue(execution, { type: 'terminate', key: instance.key });
}

/**
 * All that is active in the scope is stopped; the event sub-process starts after the last of it.
 * Boundary events of the scope can still be triggered.
 */
function interruptScope(
  execution: Execution,
  scope: ElementInstance,
  elementId: string,
  trigger: Trigger,
): void {
  append(execution, interruption(scope.key, elementId, trigger));
  closeEvents(execution, scope, new Set(graphElement(execution, scope.elementId).boundaryEventIds));
  append(execution, { type: 'sequence_flows_discarded', flowScopeKey: scope.key });
  for (const key of [...scope.childKeys]) enqueue(execution, { type: 'terminate', key });
  if (scope.childKeys.size === 0) settle(execution, scope);
}

function startHandler(
  execution: Execution,
  flowScopeKey: Key,
  elementId: string,
  trigger: Trigger,
): void {
  enqueue(execution, { type: 'activate', elementId, flowScopeKey, trigger });
}

function interruption(elementInstanceKey: Key, elementId: string, trigger: Trigger) {
  return { type: 'interruption_triggered', elementInstanceKey, elementId, trigger } as const;
}
