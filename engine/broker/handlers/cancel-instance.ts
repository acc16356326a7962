import { refuse } from '../reply.ts';
import { runCommand } from '../run-command.ts';
import type { Handler } from './handler.ts';

/** Cancels a root instance, with everything in it and below it. */
export const cancelInstance: Handler<'cancel_instance'> = {
  rows: ({ key }) => [['instance', key]],
  async run(batch, { key }) {
    if ((await batch.row('instance', key)) === undefined) {
      return refuse(
        'not_found',
        `Expected to cancel a process instance with key '${key}', but no such process was found`,
      );
    }
    return runCommand(batch, { processInstanceKey: key, command: { type: 'cancel_instance' } });
  },
};
