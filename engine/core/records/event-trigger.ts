import type { Trigger } from './element.ts';
import type { Key } from './key.ts';

/**
 * An interrupting boundary event or event sub-process was triggered: `elementInstanceKey` (the
 * activity, or the scope) is interrupted first, the handler starts when nothing in it is left.
 */
export interface InterruptionTriggered {
  readonly type: 'interruption_triggered';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  /** The boundary event, or the start event of the event sub-process. */
  readonly elementId: string;
  readonly trigger: Trigger;
}

/** The handler of the interruption has started. */
export interface InterruptionHandled {
  readonly type: 'interruption_handled';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
}

/** What happens between a trigger and its handler. */
export type EventTriggerEvent = InterruptionTriggered | InterruptionHandled;
