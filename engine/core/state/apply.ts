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
  change(state, event);
  return state;
}

function change(state: InstanceState, event: Exclude<Event, { type: 'instance_created' }>): void {
  switch (event.type) {
    case 'instance_ended':
      return applyInstanceEnded(state, event);
    case 'element_activating':
    case 'element_activated':
    case 'element_completing':
    case 'element_completed':
    case 'element_terminating':
    case 'element_terminated':
    case 'sequence_flow_taken':
    case 'sequence_flows_discarded':
      return applyElement(state, event);
    case 'job_created':
    case 'job_completed':
    case 'job_canceled':
    case 'job_failed':
    case 'job_made_activatable':
    case 'job_retries_updated':
    case 'job_error_thrown':
    case 'job_suspended':
      return applyJob(state, event);
    case 'timer_created':
    case 'timer_triggered':
    case 'timer_canceled':
      return applyTimer(state, event);
    case 'message_subscription_opened':
    case 'message_correlated':
    case 'message_subscription_closed':
      return applyMessageSubscription(state, event);
    case 'incident_created':
    case 'incident_resolved':
      return applyIncident(state, event);
    case 'variables_set':
      return applyVariable(state, event);
    case 'loop_started':
    case 'loop_output_collected':
    case 'loop_cut_short':
      return applyMultiInstance(state, event);
    case 'child_called':
    case 'child_released':
      return applyCallActivity(state, event);
    case 'interruption_triggered':
    case 'interruption_handled':
      return applyEventTrigger(state, event);
    case 'decision_evaluated':
      return;
    default:
      event satisfies never;
  }
}
