import { runJobCommand } from '../job-command.ts';
import type { Handler } from './handler.ts';

/** Throws a BPMN error from a job. */
export const throwError: Handler<'throw_error'> = {
  rows: ({ key }) => [['job', key]],
  run: (batch, { key, errorCode, errorMessage, variables }) =>
    runJobCommand(batch, 'throw an error for', {
      type: 'throw_job_error',
      jobKey: key,
      errorCode,
      errorMessage,
      variables,
    }),
};
