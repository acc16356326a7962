import type { CallActivityCommand, CallActivityEvent } from './call-activity.ts';
import type { DecisionEvaluated } from './decision.ts';
import type { ElementEvent } from './element.ts';
import type { EventTriggerEvent } from './event-trigger.ts';
import type { IncidentEvent, ResolveIncident } from './incident.ts';
import type { JobCommand, JobEvent } from './job.ts';
import type { Key } from './key.ts';
import type { CorrelateMessage, MessageSubscriptionEvent } from './message-subscription.ts';
import type { ContinueMultiInstance, MultiInstanceEvent } from './multi-instance.ts';
import type { ProcessInstanceCommand, ProcessInstanceEvent } from './process-instance.ts';
import type { TimerEvent, TriggerTimer } from './timer.ts';
import type { SetVariables, VariableEvent } from './variable.ts';

/** Everything that can be asked of one process instance. */
export type Command =
  | ProcessInstanceCommand
  | JobCommand
  | TriggerTimer
  | CorrelateMessage
  | SetVariables
  | ResolveIncident
  | ContinueMultiInstance
  | CallActivityCommand;

/**
 * Everything that can happen in one process instance. Each event names the instance and all that
 * an index row needs, so that index tables can be derived from events alone.
 */
export type Event =
  | ProcessInstanceEvent
  | ElementEvent
  | JobEvent
  | TimerEvent
  | MessageSubscriptionEvent
  | IncidentEvent
  | VariableEvent
  | MultiInstanceEvent
  | CallActivityEvent
  | EventTriggerEvent
  | DecisionEvaluated;

/**
 * A command for another instance (or for the same one, later): the broker steps it in the same
 * batch and transaction, after the command that caused it. One whose instance does not exist any
 * more is dropped, and so are rejections of it. `create_instance` has a new instance key.
 */
export interface Outgoing {
  readonly processInstanceKey: Key;
  readonly command: Command;
}

export type * from './call-activity.ts';
export type * from './decision.ts';
export type * from './definition.ts';
export type * from './element.ts';
export type * from './element-type.ts';
export type * from './event-trigger.ts';
export type * from './failure.ts';
export type * from './incident.ts';
export type * from './job.ts';
export type * from './json.ts';
export type * from './key.ts';
export type * from './message-subscription.ts';
export type * from './multi-instance.ts';
export type * from './process-instance.ts';
export type * from './rejection.ts';
export { problem, type Result, success } from './result.ts';
export type * from './timer.ts';
export type * from './variable.ts';
