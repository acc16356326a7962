import { asCatcher, boundaryCatchers, openEvents } from '../execution/events.ts';
import type { ReceiveTaskElement } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/** Waits for its message. */
export const receiveTask: Behavior<ReceiveTaskElement> = {
  onActivate(execution, element, instance) {
    const opened = openEvents(execution, instance, [
      ...asCatcher(element, element.id),
      ...boundaryCatchers(execution, instance),
    ]);
    return opened.ok ? success('wait') : opened;
  },
};
