import { runJobCommand } from '../job-command.ts';
import type { Handler } from './handler.ts';

/** Sets the retries of a job in any state; its incident stays until it is resolved. */
export const updateJobRetries: Handler<'update_job_retries'> = {
  rows: ({ key }) => [['job', key]],
  run: (batch, { key, retries }) =>
    runJobCommand(batch, 'update retries for', {
      type: 'update_job_retries',
      jobKey: key,
      retries,
    }),
};
