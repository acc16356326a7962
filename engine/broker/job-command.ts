import type { Command, Key } from '../core/records/index.ts';
import type { Batch } from './batch.ts';
import { type Reply, refuse } from './reply.ts';
import { runCommand } from './run-command.ts';

/** Brings a command to the instance whose job it is about; `task` words the refusal. */
export async function runJobCommand(
  batch: Batch,
  task: string,
  command: Extract<Command, { readonly jobKey: Key }>,
): Promise<Reply<null>> {
  const row = await batch.row('job', command.jobKey);
  if (row === undefined) return jobNotFound(task, command.jobKey);
  return runCommand(batch, { processInstanceKey: row.processInstanceKey, command });
}

/** The refusal for a job that does not exist, or does not exist any more. */
export function jobNotFound(task: string, key: Key): Reply<never> {
  return refuse(
    'not_found',
    `Expected to ${task} job with key '${key}', but no such job was found`,
  );
}
