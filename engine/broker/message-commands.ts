import type { MessageStart } from '../core/model/graph.ts';
import type { Command, Key, Outgoing } from '../core/records/index.ts';
import type { MessageRow, ProcessRow } from '../store/port.ts';
import type { Batch } from './batch.ts';
import { variablesOf } from './buffered-messages.ts';
import { referenceTo } from './processes.ts';

/** The command that brings a message to a subscription. */
export function correlation(subscriptionKey: Key, message: MessageRow): Command {
  const variables = variablesOf(message);
  return { type: 'correlate_message', subscriptionKey, messageKey: message.key, variables };
}

/** The command by which a message starts an instance. */
export function messageStart(
  batch: Batch,
  { row, start }: { readonly row: ProcessRow; readonly start: MessageStart },
  message: MessageRow,
): Outgoing {
  const processInstanceKey = batch.context.keys.next();
  const command: Command = {
    type: 'create_instance',
    processInstanceKey,
    definition: referenceTo(row),
    variables: variablesOf(message),
    origin: {
      type: 'message',
      startElementId: start.elementId,
      messageKey: message.key,
      messageName: message.name,
      correlationKey: message.correlationKey,
    },
  };
  return { processInstanceKey, command };
}
