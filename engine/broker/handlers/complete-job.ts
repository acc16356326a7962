import { runJobCommand } from '../job-command.ts';
import type { Handler } from './handler.ts';

/** Completes a job, whoever holds its lease. */
export const completeJob: Handler<'complete_job'> = {
  rows: ({ key }) => [['job', key]],
  run: (batch, { key, variables }) =>
    runJobCommand(batch, 'complete', { type: 'complete_job', jobKey: key, variables }),
};
