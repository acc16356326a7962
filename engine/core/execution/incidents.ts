import type { Failure, IncidentRetry, Key } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import { append, type Execution } from './execution.ts';

/** Stops an element with an incident, until an operator has repaired the cause and resolves it. */
export function raiseIncident(
  execution: Execution,
  instance: ElementInstance,
  failure: Failure,
  retry: IncidentRetry,
): void {
  const { state, environment } = execution;
  const { bpmnProcessId, processDefinitionKey } = state.definition;
  append(execution, {
    type: 'incident_created',
    incidentKey: environment.nextKey(),
    code: failure.code,
    message: failure.message,
    elementInstanceKey: instance.key,
    elementId: instance.elementId,
    ...(retry === 'job' && instance.jobKey !== undefined ? { jobKey: instance.jobKey } : {}),
    variableScopeKey: failure.variableScopeKey ?? instance.key,
    retry,
    bpmnProcessId,
    processDefinitionKey,
  });
}

/** Closes all incidents of an element that goes away. */
export function resolveIncidents(execution: Execution, keys: Iterable<Key>): void {
  for (const incidentKey of [...keys])
    append(execution, { type: 'incident_resolved', incidentKey });
}
