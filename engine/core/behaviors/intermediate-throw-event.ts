import { createJob } from '../execution/jobs.ts';
import type { ElementOf } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/** Marks a point on the way; a message throw event is a job. */
export const intermediateThrowEvent: Behavior<ElementOf<'intermediate_throw_event'>> = {
  onActivate(execution, element, instance) {
    return element.job === undefined
      ? success('complete')
      : createJob(execution, instance, element.job);
  },
};
