import type { Key } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import { closeEvents } from './events.ts';
import { append, behaviorOf, type Execution, enqueue, graphElement } from './execution.ts';
import { resolveIncidents } from './incidents.ts';
import { finishTermination } from './settle.ts';

/** Stops an element instance: what is inside it first, then itself. No output mappings. */
export function terminate(execution: Execution, key: Key): void {
  const instance = execution.state.elements.get(key);
  if (instance === undefined || instance.state === 'terminating') return;
  const element = graphElement(execution, instance.elementId);
  append(execution, {
    type: 'element_terminating',
    elementInstanceKey: key,
    elementId: instance.elementId,
  });
  release(execution, instance);
  const progress = behaviorOf(execution, instance.elementType).onTerminate?.(
    execution,
    element,
    instance,
  );
  for (const childKey of instance.childKeys) {
    enqueue(execution, { type: 'terminate', key: childKey });
  }
  if (instance.childKeys.size > 0 || progress === 'wait') return;
  finishTermination(execution, instance);
}

function release(execution: Execution, instance: ElementInstance): void {
  if (instance.jobKey !== undefined) {
    append(execution, { type: 'job_canceled', jobKey: instance.jobKey });
  }
  closeEvents(execution, instance);
  resolveIncidents(execution, instance.incidentKeys);
  if (instance.tokens.size > 0) {
    append(execution, { type: 'sequence_flows_discarded', flowScopeKey: instance.key });
  }
}
