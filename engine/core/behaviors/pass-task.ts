import { boundaryCatchers, openEvents } from '../execution/events.ts';
import type { PassElement } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/** Manual and undefined tasks: nothing for an engine to do. */
export const passTask: Behavior<PassElement> = {
  onActivate(execution, _element, instance) {
    const opened = openEvents(execution, instance, boundaryCatchers(execution, instance));
    return opened.ok ? success('complete') : opened;
  },
};
