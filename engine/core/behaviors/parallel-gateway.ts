import type { ElementOf } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/**
 * Forks into all outgoing flows. Joins when each incoming flow has been taken at least once; a
 * second token on one flow counts for the next round.
 */
export const parallelGateway: Behavior<ElementOf<'parallel_gateway'>> = {
  join(_execution, element, scope) {
    const isComplete = element.incoming.every((flowId) => scope.tokens.has(flowId));
    return isComplete ? element.incoming : undefined;
  },

  onActivate: () => success('complete'),
};
