import { refuse } from '../reply.ts';
import { runCommand } from '../run-command.ts';
import type { Handler } from './handler.ts';

/** Has the failed step done again. */
export const resolveIncident: Handler<'resolve_incident'> = {
  rows: ({ key }) => [['incident', key]],
  async run(batch, { key }) {
    const row = await batch.row('incident', key);
    if (row === undefined) {
      return refuse(
        'not_found',
        `Expected to resolve incident with key '${key}', but no such incident was found`,
      );
    }
    return runCommand(batch, {
      processInstanceKey: row.processInstanceKey,
      command: { type: 'resolve_incident', incidentKey: key },
    });
  },
};
