import { runJobCommand } from '../job-command.ts';
import type { Handler } from './handler.ts';

/** Reports a failed attempt. */
export const failJob: Handler<'fail_job'> = {
  rows: ({ key }) => [['job', key]],
  run: (batch, { key, retries, retryBackOffMs, errorMessage, variables }) =>
    runJobCommand(batch, 'fail', {
      type: 'fail_job',
      jobKey: key,
      retries,
      retryBackoffMs: Math.max(0, retryBackOffMs),
      errorMessage,
      variables,
    }),
};
