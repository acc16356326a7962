import type { Key } from './key.ts';

/** The shell's clock has passed the timer's due date. Rejections: not_found. */
export interface TriggerTimer {
  readonly type: 'trigger_timer';
  readonly timerKey: Key;
}

/** Adds a row to the timer index; at `dueAt` the shell sends TriggerTimer. */
export interface TimerCreated {
  readonly type: 'timer_created';
  readonly processInstanceKey: Key;
  readonly timerKey: Key;
  /** The instance that waits: a catch event, gateway, activity (boundary) or scope. */
  readonly elementInstanceKey: Key;
  /** The event element that the timer triggers. */
  readonly elementId: string;
  /** Epoch milliseconds; may lie in the past, the timer is then due at once. */
  readonly dueAt: number;
  /** How often the timer still fires, this time included; -1 is for ever. */
  readonly repetitions: number;
}

/** Removes the timer's row. A cycle goes on with a TimerCreated under a new key. */
export interface TimerTriggered {
  readonly type: 'timer_triggered';
  readonly processInstanceKey: Key;
  readonly timerKey: Key;
}

/** Removes the timer's row: what waited for it has ended. */
export interface TimerCanceled {
  readonly type: 'timer_canceled';
  readonly processInstanceKey: Key;
  readonly timerKey: Key;
}

/** What happens to a timer. */
export type TimerEvent = TimerCreated | TimerTriggered | TimerCanceled;
