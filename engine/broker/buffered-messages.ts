import type { JsonDocument, Key } from '../core/records/index.ts';
import type { MessageAddress, MessageRow } from '../store/port.ts';
import type { Batch } from './batch.ts';

/** Whether a message has gone to a process already: it goes to each process once. */
export function isCorrelatedTo(row: MessageRow, bpmnProcessId: string): boolean {
  return (JSON.parse(row.correlatedTo) as string[]).includes(bpmnProcessId);
}

/** Remembers that a message went to a process; a message that is gone needs no memory. */
export async function markCorrelated(
  batch: Batch,
  messageKey: Key,
  bpmnProcessId: string,
): Promise<void> {
  const row = await batch.row('message', messageKey);
  if (row === undefined || isCorrelatedTo(row, bpmnProcessId)) return;
  const correlatedTo = [...(JSON.parse(row.correlatedTo) as string[]), bpmnProcessId];
  batch.replace('message', { ...row, correlatedTo: JSON.stringify(correlatedTo) });
}

/** The oldest living message at one of the addresses that has not gone to the process yet. */
export async function oldestBuffered(
  batch: Batch,
  addresses: readonly MessageAddress[],
  bpmnProcessId: string,
): Promise<MessageRow | undefined> {
  let oldest: MessageRow | undefined;
  for (const address of addresses) {
    const rows = await batch.messages(address);
    const found = rows.find(
      (row) => row.deadlineAt > batch.now && !isCorrelatedTo(row, bpmnProcessId),
    );
    if (found === undefined) continue;
    if (oldest === undefined || BigInt(found.key) < BigInt(oldest.key)) oldest = found;
  }
  return oldest;
}

/** The variables that came with a message. */
export function variablesOf(row: MessageRow): JsonDocument {
  return JSON.parse(row.variables) as JsonDocument;
}
