import assert from 'node:assert/strict';
import type { Event } from '../records/index.ts';
import { applyCallActivity } from './call-activity.ts';
import { applyElement } from './element.ts';
import { applyEventTrigger } from './event-trigger.ts';
import { applyIncident } from './incident.ts';
import type { InstanceState } from './instance.ts';
import { applyJob } from './job.ts';
import { applyMessageSubscription } from './message-subscription.ts';
import { applyMultiInstance } from './multi-instance.ts';
import { applyInstanceEnded, createState } from './process-instance.ts';
import { applyTimer } from './timer.ts';
import { applyVariable } from './variable.ts';

/**
 * The only mutation: changes the state in place and returns it. The first event of an instance,
 * `instance_created`, makes the state.
 */
export function apply(state: InstanceState | undefined, event: Event): InstanceState {
  if (event.type === 'instance_created') return createState(event);
  assert(state, `Expected instance_created as the first event, but got ${event.type}`);
  // What a decision was asked is for the reader of the log; its result comes as a variable.
  if (event.type !== 'decision_evaluated') change(state, event);
  return state;
}

type Change = Exclude<Event, { type: 'instance_created' | 'decision_evaluated' }>;

function change(state: InstanceState, event: Change): void {
  switch (event.type) {
    case 'instance_ended':
      applyInstanceEnded(state, event);
      return;
    case 'element_activating':
    case 'element_activated':
    case 'element_completing':
    case 'element_completed':
    case 'element_terminating':
    case 'element_terminated':
    case 'sequence_flow_taken':
    case 'sequence_flows_discarded':
      applyElement(state, event);
      return;
    case 'job_created':
    case 'job_completed':
    case 'job_canceled':
    case 'job_failed':
    case 'job_made_activatable':
    case 'job_retries_updated':
    case 'job_error_thrown':
    case 'job_suspended':
      applyJob(state, event);
      return;
    case 'timer_created':
    case 'timer_triggered':
    case 'timer_canceled':
      applyTimer(state, event);
      return;
    case 'message_subscription_opened':
    case 'message_correlated':
    case 'message_subscription_closed':
      applyMessageSubscription(state, event);
      return;
    case 'incident_created':
    case 'incident_resolved':
      applyIncident(state, event);
      return;
    case 'variables_set':
      applyVariable(state, event);
      return;
    case 'loop_started':
    case 'loop_output_collected':
    case 'loop_cut_short':
      applyMultiInstance(state, event);
      return;
    case 'child_called':
    case 'child_released':
      applyCallActivity(state, event);
      return;
    case 'interruption_triggered':
    case 'interruption_handled':
      applyEventTrigger(state, event);
      return;
    default:
      event satisfies never;
  }
}
