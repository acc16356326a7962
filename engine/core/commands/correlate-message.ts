import { append } from '../execution/execution.ts';
import { triggerEvent } from '../execution/trigger.ts';
import { problem, success } from '../records/index.ts';
import { elementInstance } from '../state/find.ts';
import { checkDocument } from './check-document.ts';
import type { CommandHandler } from './command-handler.ts';

/** A message has come for a subscription of this instance. */
export const correlateMessage: CommandHandler<'correlate_message'> = (execution, command) => {
  const { subscriptionKey, messageKey, variables } = command;
  const { state } = execution;
  const subscription = state.subscriptions.get(subscriptionKey);
  if (subscription === undefined) {
    const message = `Expected to correlate to subscription '${subscriptionKey}', but it is not open`;
    return problem({ code: 'not_found', message });
  }
  const checked = checkDocument(variables, execution.state);
  if (!checked.ok) return checked;
  const instance = elementInstance(state, subscription.elementInstanceKey);
  const { bpmnProcessId } = state.definition;
  append(execution, { type: 'message_correlated', subscriptionKey, messageKey, bpmnProcessId });
  if (subscription.interrupting) {
    append(execution, { type: 'message_subscription_closed', subscriptionKey });
  }
  triggerEvent(execution, instance, subscription.elementId, { variables, local: false });
  return success(undefined);
};
