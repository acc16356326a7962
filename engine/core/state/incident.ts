import type { IncidentEvent } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState } from './instance.ts';

/** Applies what happens to an incident. */
export function applyIncident(state: InstanceState, event: IncidentEvent): void {
  const { incidentKey: key } = event;
  if (event.type === 'incident_created') {
    const { elementInstanceKey, jobKey, retry } = event;
    const job = jobKey === undefined ? {} : { jobKey };
    state.incidents.set(key, { key, elementInstanceKey, retry, ...job });
    elementInstance(state, elementInstanceKey).incidentKeys.add(key);
    return;
  }
  const incident = state.incidents.get(key);
  if (incident === undefined) return;
  state.incidents.delete(key);
  state.elements.get(incident.elementInstanceKey)?.incidentKeys.delete(key);
}
