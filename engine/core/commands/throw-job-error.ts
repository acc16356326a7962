import { throwError } from '../execution/errors.ts';
import { append } from '../execution/execution.ts';
import { raiseIncident } from '../execution/incidents.ts';
import { success } from '../records/index.ts';
import { checkDocument } from './check-document.ts';
import type { CommandHandler } from './command-handler.ts';
import { findOpenJob } from './find-job.ts';

/** A business error: a catcher interrupts the task, or an incident waits on it. */
export const throwJobError: CommandHandler<'throw_job_error'> = (execution, command) => {
  const found = findOpenJob(execution, command.jobKey, 'throw an error for');
  if (!found.ok) return found;
  const checked = checkDocument(command.variables, execution.state);
  if (!checked.ok) return checked;
  const { instance } = found.value;
  const { jobKey, errorCode, errorMessage, variables } = command;
  append(execution, { type: 'job_error_thrown', jobKey, errorCode, errorMessage });
  const thrown = throwError(execution, instance, { errorCode, errorMessage, variables });
  if (!thrown.ok) raiseIncident(execution, instance, thrown.problem, 'job');
  return success(undefined);
};
