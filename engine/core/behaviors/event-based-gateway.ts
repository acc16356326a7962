import { gatewayCatchers, openEvents } from '../execution/events.ts';
import { enqueue } from '../execution/execution.ts';
import type { ElementOf } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/**
 * Waits for the first of the events behind it. The event that happens is activated and completed;
 * the flow to it is not taken, so joins do not count it.
 */
export const eventBasedGateway: Behavior<ElementOf<'event_based_gateway'>> = {
  onActivate(execution, element, instance) {
    const opened = openEvents(execution, instance, gatewayCatchers(execution, element));
    return opened.ok ? success('wait') : opened;
  },

  flows(execution, _element, { pending, flowScopeKey }) {
    if (pending !== undefined && flowScopeKey !== undefined) {
      const { elementId, trigger } = pending;
      enqueue(execution, { type: 'activate', elementId, flowScopeKey, trigger });
    }
    return success([]);
  },
};
