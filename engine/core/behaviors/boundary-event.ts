import { deliverTrigger } from '../execution/variables.ts';
import type { BoundaryEventElement } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/** Exists only once it is triggered: its activity waits for it (see execution/trigger.ts). */
export const boundaryEvent: Behavior<BoundaryEventElement> = {
  onActivate(execution, element, instance) {
    deliverTrigger(execution, element, instance);
    return success('complete');
  },
};
