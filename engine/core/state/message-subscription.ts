import type { MessageSubscriptionEvent } from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { InstanceState } from './instance.ts';

/** Applies what happens to a message subscription. */
export function applyMessageSubscription(
  state: InstanceState,
  event: MessageSubscriptionEvent,
): void {
  switch (event.type) {
    case 'message_subscription_opened': {
      const { subscriptionKey: key, elementInstanceKey, elementId } = event;
      const { messageName, interrupting } = event;
      state.subscriptions.set(key, {
        key,
        elementInstanceKey,
        elementId,
        messageName,
        interrupting,
      });
      elementInstance(state, elementInstanceKey).subscriptionKeys.add(key);
      return;
    }
    case 'message_subscription_closed': {
      const subscription = state.subscriptions.get(event.subscriptionKey);
      if (subscription === undefined) return;
      state.subscriptions.delete(subscription.key);
      const instance = state.elements.get(subscription.elementInstanceKey);
      instance?.subscriptionKeys.delete(subscription.key);
      return;
    }
    case 'message_correlated':
      return;
    default:
      event satisfies never;
  }
}
