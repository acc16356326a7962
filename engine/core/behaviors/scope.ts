import { enqueue } from '../execution/execution.ts';
import { isDrained } from '../execution/settle.ts';
import type { ScopeElement } from '../model/graph.ts';
import { problem, success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';

/**
 * Process, sub-process and event sub-process: activates its start event, waits until nothing is
 * left inside. Boundary events and event sub-processes open when the start event completes: see
 * start-event.ts.
 */
export const scope: Behavior<ScopeElement> = {
  onActivate(execution, element, instance) {
    const { startEventId } = element;
    if (startEventId === undefined) {
      const message = `Expected '${element.id}' to have a none start event, but it has none`;
      return problem({ code: 'unknown', message });
    }
    const { trigger } = instance;
    enqueue(execution, {
      type: 'activate',
      elementId: startEventId,
      flowScopeKey: instance.key,
      ...(trigger === undefined ? {} : { trigger }),
    });
    return success('wait');
  },

  onChildEnded(execution, _element, instance) {
    if (instance.state === 'activated' && isDrained(execution, instance)) {
      enqueue(execution, { type: 'complete', key: instance.key });
    }
  },
};
