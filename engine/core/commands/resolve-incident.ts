import { append, type Execution, enqueue } from '../execution/execution.ts';
import { problem, success } from '../records/index.ts';
import type { Incident } from '../state/instance.ts';
import type { CommandHandler } from './command-handler.ts';

/** Repeats the step that failed; a new incident may follow at once. */
export const resolveIncident: CommandHandler<'resolve_incident'> = (execution, command) => {
  const { incidentKey } = command;
  const { incidents, jobs } = execution.state;
  const incident = incidents.get(incidentKey);
  if (incident === undefined) {
    const message = `Expected to resolve incident with key '${incidentKey}', but no such incident was found`;
    return problem({ code: 'not_found', message });
  }
  const job = incident.retry === 'job' ? jobs.get(incident.jobKey ?? '') : undefined;
  if (job !== undefined && job.retries <= 0) {
    const message =
      `Expected to resolve incident with key '${incidentKey}', but job with key '${job.key}' ` +
      'has no retries left. Please update the job retries to a positive value first.';
    return problem({ code: 'not_found', message });
  }
  append(execution, { type: 'incident_resolved', incidentKey });
  repeat(execution, incident);
  return success(undefined);
};

function repeat(execution: Execution, incident: Incident): void {
  const { retry, elementInstanceKey: key, jobKey } = incident;
  switch (retry) {
    case 'activate':
      enqueue(execution, { type: 'reactivate', key });
      return;
    case 'complete':
      enqueue(execution, { type: 'complete', key });
      return;
    case 'job':
      if (jobKey !== undefined) append(execution, { type: 'job_made_activatable', jobKey });
      return;
    case 'none':
      return;
    default:
      retry satisfies never;
  }
}
