import { append } from '../execution/execution.ts';
import { raiseIncident } from '../execution/incidents.ts';
import { ERROR_MESSAGE_LENGTH_MAX } from '../execution/limits.ts';
import { setLocal } from '../execution/variables.ts';
import { success } from '../records/index.ts';
import { checkDocument } from './check-document.ts';
import type { CommandHandler } from './command-handler.ts';
import { findOpenJob } from './find-job.ts';

/** An attempt has failed: another one now or after a back-off, or an incident. */
export const failJob: CommandHandler<'fail_job'> = (execution, command) => {
  const found = findOpenJob(execution, command.jobKey, 'fail');
  if (!found.ok) return found;
  const checked = checkDocument(command.variables, execution.state);
  if (!checked.ok) return checked;
  const { instance } = found.value;
  const { jobKey, retries, retryBackoffMs } = command;
  const errorMessage = cut(command.errorMessage);
  const waits = retries > 0 && retryBackoffMs > 0;
  append(execution, {
    type: 'job_failed',
    jobKey,
    retries,
    errorMessage,
    state: retries > 0 && !waits ? 'activatable' : 'failed',
    ...(waits ? { backoffUntil: execution.environment.now + retryBackoffMs } : {}),
  });
  setLocal(execution, instance.key, command.variables);
  if (retries <= 0) {
    const message = errorMessage === '' ? 'No more retries left.' : errorMessage;
    raiseIncident(execution, instance, { code: 'job_no_retries', message }, 'job');
  }
  return success(undefined);
};

function cut(text: string): string {
  return text.length <= ERROR_MESSAGE_LENGTH_MAX
    ? text
    : `${text.slice(0, ERROR_MESSAGE_LENGTH_MAX)}...`;
}
