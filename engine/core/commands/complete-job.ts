import { append, enqueue, graphElement } from '../execution/execution.ts';
import { deliver } from '../execution/variables.ts';
import { success } from '../records/index.ts';
import { checkDocument } from './check-document.ts';
import type { CommandHandler } from './command-handler.ts';
import { findOpenJob } from './find-job.ts';

/** The worker has done the job: its variables come in, the element completes. */
export const completeJob: CommandHandler<'complete_job'> = (execution, command) => {
  const found = findOpenJob(execution, command.jobKey, 'complete');
  if (!found.ok) return found;
  const checked = checkDocument(command.variables, execution.state);
  if (!checked.ok) return checked;
  const { instance } = found.value;
  const element = graphElement(execution, instance.elementId);
  append(execution, { type: 'job_completed', jobKey: command.jobKey });
  deliver(execution, instance, command.variables, element.outputs.length > 0);
  enqueue(execution, { type: 'complete', key: instance.key });
  return success(undefined);
};
