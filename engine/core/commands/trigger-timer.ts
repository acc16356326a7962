import { evaluateTimer } from '../execution/events.ts';
import { append, type Execution, graphElement } from '../execution/execution.ts';
import { raiseIncident } from '../execution/incidents.ts';
import { triggerEvent } from '../execution/trigger.ts';
import { nextOccurrence } from '../model/timer/schedule.ts';
import { problem, success } from '../records/index.ts';
import { elementInstance } from '../state/find.ts';
import type { ElementInstance, Timer } from '../state/instance.ts';
import type { CommandHandler } from './command-handler.ts';

/** A timer is due: a cycle goes on, and what it was for happens. */
export const triggerTimer: CommandHandler<'trigger_timer'> = (execution, { timerKey }) => {
  const timer = execution.state.timers.get(timerKey);
  if (timer === undefined) {
    const message = `Expected to trigger timer with key '${timerKey}', but no such timer was found`;
    return problem({ code: 'not_found', message });
  }
  const instance = elementInstance(execution.state, timer.elementInstanceKey);
  append(execution, { type: 'timer_triggered', timerKey });
  reschedule(execution, instance, timer);
  triggerEvent(execution, instance, timer.elementId, { variables: {}, local: false });
  return success(undefined);
};

/** The text of a cycle is evaluated again each time; the count goes on. */
function reschedule(execution: Execution, instance: ElementInstance, timer: Timer): void {
  const element = graphElement(execution, timer.elementId);
  if (!('event' in element) || element.event.type !== 'timer') return;
  if (element.event.timer.kind !== 'cycle') return;
  const text = evaluateTimer(execution, element.event.timer, instance.key);
  const next = text.ok
    ? nextOccurrence(text.value, timer, execution.environment)
    : problem(text.problem.message);
  if (!next.ok) {
    const failure = { code: 'extract_value_error', message: next.problem } as const;
    raiseIncident(execution, instance, failure, 'none');
  } else if (next.value !== undefined) {
    append(execution, {
      type: 'timer_created',
      timerKey: execution.environment.nextKey(),
      elementInstanceKey: instance.key,
      elementId: timer.elementId,
      ...next.value,
    });
  }
}
