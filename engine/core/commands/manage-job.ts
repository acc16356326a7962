import { append } from '../execution/execution.ts';
import { raiseIncident } from '../execution/incidents.ts';
import { problem, success } from '../records/index.ts';
import type { CommandHandler } from './command-handler.ts';
import { findJob, findOpenJob } from './find-job.ts';

/** New retries change nothing else: an incident of the job is resolved on its own. */
export const updateJobRetries: CommandHandler<'update_job_retries'> = (execution, command) => {
  const { jobKey, retries } = command;
  if (retries < 1) {
    const message =
      `Expected to update retries for job with key '${jobKey}' with a positive amount of ` +
      `retries, but the amount given was '${retries}'`;
    return problem({ code: 'invalid_argument', message });
  }
  const found = findJob(execution, jobKey, 'update retries for');
  if (!found.ok) return found;
  append(execution, { type: 'job_retries_updated', jobKey, retries });
  return success(undefined);
};

/** The back-off of a failed job is over. */
export const endJobBackoff: CommandHandler<'end_job_backoff'> = (execution, { jobKey }) => {
  const found = findJob(execution, jobKey, 'end the back-off of');
  if (!found.ok) return found;
  const { job } = found.value;
  if (job.state !== 'failed' || job.retries <= 0) {
    const message = `Expected job with key '${jobKey}' to wait for its back-off, but it does not`;
    return problem({ code: 'invalid_state', message });
  }
  append(execution, { type: 'job_made_activatable', jobKey });
  return success(undefined);
};

/** A job that does not fit into a message cannot be handed out. */
export const refuseOversizedJob: CommandHandler<'refuse_oversized_job'> = (execution, command) => {
  const { jobKey, message } = command;
  const found = findOpenJob(execution, jobKey, 'refuse');
  if (!found.ok) return found;
  append(execution, { type: 'job_suspended', jobKey });
  const { instance } = found.value;
  raiseIncident(execution, instance, { code: 'message_size_exceeded', message }, 'job');
  return success(undefined);
};
