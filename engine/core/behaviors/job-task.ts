import { createJob } from '../execution/jobs.ts';
import type { JobElement } from '../model/graph.ts';
import type { Behavior } from './behavior.ts';

/** Service and send tasks: a job that a worker completes. */
export const jobTask: Behavior<JobElement> = {
  onActivate: (execution, element, instance) => createJob(execution, instance, element.job),
};
