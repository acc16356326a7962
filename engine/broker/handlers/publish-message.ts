import { success } from '../../core/records/index.ts';
import type { MessageRow, SubscriptionRow } from '../../store/port.ts';
import type { Batch } from '../batch.ts';
import { isCorrelatedTo } from '../buffered-messages.ts';
import { correlation, messageStart } from '../message-commands.ts';
import { refuse } from '../reply.ts';
import { runCommand } from '../run-command.ts';
import type { Handler } from './handler.ts';

/**
 * Brings a message to one subscription of each process that waits for it, starts the processes
 * that it starts, and keeps it for its time to live.
 */
export const publishMessage: Handler<'publish_message'> = {
  async run(batch, request) {
    const { name, correlationKey, messageId, variables, timeToLiveMs } = request;
    const address = { name, correlationKey };
    const buffered = messageId === '' ? [] : await batch.messages(address);
    if (buffered.some((row) => row.messageId === messageId)) {
      return refuse(
        'already_exists',
        `Expected to publish a new message with id '${messageId}', ` +
          'but a message with that id was already published',
      );
    }
    const message: MessageRow = {
      key: batch.context.keys.next(),
      ...address,
      messageId,
      variables: JSON.stringify(variables),
      deadlineAt: batch.now + Math.max(0, timeToLiveMs),
      correlatedTo: '[]',
    };
    // The row also keeps the processes that the message went to, so it is there in any case.
    batch.add('message', message);
    batch.log(message.key, 'publish_message', [{ type: 'message_published', ...request }]);
    await correlateOpen(batch, message);
    await startProcesses(batch, message);
    if (timeToLiveMs <= 0) batch.remove('message', message.key);
    return success({ key: message.key });
  },
};

async function correlateOpen(batch: Batch, message: MessageRow): Promise<void> {
  const { name, correlationKey } = message;
  for (const row of await batch.subscriptions({ name, correlationKey })) {
    if (await mayCorrelate(batch, message, row)) {
      await runCommand(batch, {
        processInstanceKey: row.processInstanceKey,
        command: correlation(row.key, message),
      });
    }
  }
}

async function mayCorrelate(
  batch: Batch,
  { key }: MessageRow,
  subscription: SubscriptionRow,
): Promise<boolean> {
  const message = await batch.row('message', key);
  if (message === undefined || isCorrelatedTo(message, subscription.bpmnProcessId)) return false;
  return (await batch.row('subscription', subscription.key)) !== undefined;
}

async function startProcesses(batch: Batch, { key, ...rest }: MessageRow): Promise<void> {
  const { correlationKey } = rest;
  for (const { row, start } of batch.context.processes.startedBy(rest.name)) {
    const message = await batch.row('message', key);
    const { bpmnProcessId } = row;
    if (message === undefined || isCorrelatedTo(message, bpmnProcessId)) continue;
    const lock =
      correlationKey === '' ? undefined : await batch.startLock({ bpmnProcessId, correlationKey });
    if (lock === undefined) await runCommand(batch, messageStart(batch, { row, start }, message));
  }
}
