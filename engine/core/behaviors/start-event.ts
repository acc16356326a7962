import { boundaryCatchers, eventSubProcessCatchers, openEvents } from '../execution/events.ts';
import { deliverTrigger } from '../execution/variables.ts';
import type { StartEventElement } from '../model/graph.ts';
import { success } from '../records/index.ts';
import { flowScope } from '../state/find.ts';
import type { Behavior } from './behavior.ts';

/**
 * Begins a scope. When it completes, the events of the scope open: their expressions thus see what
 * its output mappings have set.
 */
export const startEvent: Behavior<StartEventElement> = {
  onActivate(execution, element, instance) {
    deliverTrigger(execution, element, instance);
    return success('complete');
  },

  flows(execution, element, instance) {
    const scope = flowScope(execution.state, instance);
    if (scope === undefined) return success(element.outgoing);
    const opened = openEvents(execution, scope, [
      ...eventSubProcessCatchers(execution, scope),
      ...boundaryCatchers(execution, scope),
    ]);
    return opened.ok ? success(element.outgoing) : opened;
  },
};
