import type { JsonDocument } from './json.ts';
import type { Key } from './key.ts';

/** The shell has matched a message to a subscription. Rejections: not_found. */
export interface CorrelateMessage {
  readonly type: 'correlate_message';
  readonly subscriptionKey: Key;
  readonly messageKey: Key;
  readonly variables: JsonDocument;
}

/**
 * Adds a row to the subscription index. The shell looks for the oldest buffered message that
 * matches name and correlation key and has not been correlated to this bpmnProcessId yet.
 */
export interface MessageSubscriptionOpened {
  readonly type: 'message_subscription_opened';
  readonly processInstanceKey: Key;
  readonly subscriptionKey: Key;
  /** The instance that waits: a catch event, receive task, gateway, activity or scope. */
  readonly elementInstanceKey: Key;
  /** The element that the message triggers. */
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly interrupting: boolean;
  readonly bpmnProcessId: string;
}

/**
 * The message went to this subscription: marks (messageKey, bpmnProcessId) as correlated. The row
 * of a non-interrupting subscription stays; that of an interrupting one goes with its own
 * MessageSubscriptionClosed.
 */
export interface MessageCorrelated {
  readonly type: 'message_correlated';
  readonly processInstanceKey: Key;
  readonly subscriptionKey: Key;
  readonly messageKey: Key;
  readonly bpmnProcessId: string;
}

/** Removes the subscription's row. */
export interface MessageSubscriptionClosed {
  readonly type: 'message_subscription_closed';
  readonly processInstanceKey: Key;
  readonly subscriptionKey: Key;
}

/** What happens to a message subscription. */
export type MessageSubscriptionEvent =
  | MessageSubscriptionOpened
  | MessageCorrelated
  | MessageSubscriptionClosed;
