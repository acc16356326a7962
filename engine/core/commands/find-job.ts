import type { Execution } from '../execution/execution.ts';
import type { Key, Rejection, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import { elementInstance } from '../state/find.ts';
import type { ElementInstance, Job } from '../state/instance.ts';

/** A job and the element instance that waits for it. */
export interface JobInPlace {
  readonly job: Job;
  readonly instance: ElementInstance;
}

/** The job, in any state; `deed` is what was to be done ("complete", "fail"). */
export function findJob(
  { state }: Execution,
  jobKey: Key,
  deed: string,
): Result<JobInPlace, Rejection> {
  const job = state.jobs.get(jobKey);
  if (job === undefined) {
    const message = `Expected to ${deed} job with key '${jobKey}', but no such job was found`;
    return problem({ code: 'not_found', message });
  }
  return success({ job, instance: elementInstance(state, job.elementInstanceKey) });
}

/**
 * The job, if a worker may still report on it. Who has it, and whether a lease has run out, is not
 * asked: the first report wins.
 */
export function findOpenJob(
  execution: Execution,
  jobKey: Key,
  deed: string,
): Result<JobInPlace, Rejection> {
  const found = findJob(execution, jobKey, deed);
  if (!found.ok || found.value.job.state === 'activatable') return found;
  const stateName = found.value.job.state.toUpperCase();
  const message = `Expected to ${deed} job with key '${jobKey}', but it is in state '${stateName}'`;
  return problem({ code: 'invalid_state', message });
}
