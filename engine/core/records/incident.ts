import type { FailureCode } from './failure.ts';
import type { Key } from './key.ts';

/**
 * Retries the step that failed. Rejections: not_found (unknown, resolved, or its job has no
 * retries left).
 */
export interface ResolveIncident {
  readonly type: 'resolve_incident';
  readonly incidentKey: Key;
}

/**
 * The step that is done again when the incident is resolved.
 * - `activate`, `complete`: that step of the element.
 * - `job`: the job becomes activatable again.
 * - `none`: nothing; the incident only tells of something that was left out.
 */
export type IncidentRetry = 'activate' | 'complete' | 'job' | 'none';

/** Adds a row to the incident index. */
export interface IncidentCreated {
  readonly type: 'incident_created';
  readonly processInstanceKey: Key;
  readonly incidentKey: Key;
  readonly code: FailureCode;
  readonly message: string;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly jobKey?: Key;
  readonly variableScopeKey: Key;
  readonly retry: IncidentRetry;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
}

/** Removes the incident's row: by an operator, or because its element was terminated. */
export interface IncidentResolved {
  readonly type: 'incident_resolved';
  readonly processInstanceKey: Key;
  readonly incidentKey: Key;
}

/** What happens to an incident. */
export type IncidentEvent = IncidentCreated | IncidentResolved;
