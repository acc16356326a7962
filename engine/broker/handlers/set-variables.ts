import type { Key } from '../../core/records/index.ts';
import { success } from '../../core/records/index.ts';
import type { Batch } from '../batch.ts';
import { refuse } from '../reply.ts';
import { runCommand } from '../run-command.ts';
import type { Handler } from './handler.ts';

/** Sets variables in a scope or from it upwards. */
export const setVariables: Handler<'set_variables'> = {
  rows: ({ elementInstanceKey }) => [['instance', elementInstanceKey]],
  async run(batch, { elementInstanceKey, variables, local }) {
    const processInstanceKey = await instanceOf(batch, elementInstanceKey);
    if (processInstanceKey === undefined) {
      return refuse(
        'not_found',
        `Expected to update variables for element with key '${elementInstanceKey}', ` +
          'but no such element was found',
      );
    }
    const reply = await runCommand(batch, {
      processInstanceKey,
      command: { type: 'set_variables', scopeKey: elementInstanceKey, variables, local },
    });
    return reply.ok ? success({ key: batch.context.keys.next() }) : reply;
  },
};

/** Clients learn of element instances from jobs alone, so a job is the way to find one. */
async function instanceOf(batch: Batch, elementInstanceKey: Key): Promise<Key | undefined> {
  if ((await batch.row('instance', elementInstanceKey)) !== undefined) return elementInstanceKey;
  return (await batch.jobOfElement(elementInstanceKey))?.processInstanceKey;
}
