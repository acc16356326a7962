import assert from 'node:assert/strict';
import type { JobEvent, Key } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState, Job } from './instance.ts';

/** Applies what happens to a job. */
export function applyJob(state: InstanceState, event: JobEvent): void {
  if (event.type === 'job_created') {
    const { jobKey, elementInstanceKey, retries } = event;
    state.jobs.set(jobKey, { key: jobKey, elementInstanceKey, state: 'activatable', retries });
    elementInstance(state, elementInstanceKey).jobKey = jobKey;
    return;
  }
  const job = findJob(state, event.jobKey);
  switch (event.type) {
    case 'job_completed':
    case 'job_canceled':
      state.jobs.delete(job.key);
      delete elementInstance(state, job.elementInstanceKey).jobKey;
      return;
    case 'job_failed':
      job.state = event.state;
      job.retries = event.retries;
      return;
    case 'job_retries_updated':
      job.retries = event.retries;
      return;
    case 'job_made_activatable':
      job.state = 'activatable';
      return;
    case 'job_suspended':
      job.state = 'failed';
      return;
    case 'job_error_thrown':
      job.state = 'error_thrown';
      return;
    default:
      event satisfies never;
  }
}

function findJob(state: InstanceState, key: Key): Job {
  const job = state.jobs.get(key);
  assert(job, `Expected job ${key} in instance ${state.key}, but it is not there`);
  return job;
}
