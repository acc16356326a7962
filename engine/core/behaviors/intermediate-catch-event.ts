import { asCatcher, openEvents } from '../execution/events.ts';
import { deliverTrigger } from '../execution/variables.ts';
import type { CatchEventElement } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/** Waits for its message or timer; behind an event-based gateway it has happened already. */
export const intermediateCatchEvent: Behavior<CatchEventElement> = {
  onActivate(execution, element, instance) {
    if (instance.trigger !== undefined) {
      deliverTrigger(execution, element, instance);
      return success('complete');
    }
    const opened = openEvents(execution, instance, asCatcher(element, element.id));
    return opened.ok ? success('wait') : opened;
  },
};
