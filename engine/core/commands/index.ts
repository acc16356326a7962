import type { Execution } from '../execution/execution.ts';
import type { Command, Rejection, Result } from '../records/index.ts';
import {
  childRefused,
  childTerminated,
  completeChild,
  errorUncaught,
  propagateError,
} from './answer-child.ts';
import { cancelInstance, terminateChild } from './cancel-instance.ts';
import type { CommandHandler } from './command-handler.ts';
import { completeJob } from './complete-job.ts';
import { continueMultiInstance } from './continue-multi-instance.ts';
import { correlateMessage } from './correlate-message.ts';
import { failJob } from './fail-job.ts';
import { endJobBackoff, refuseOversizedJob, updateJobRetries } from './manage-job.ts';
import { modifyInstance } from './modify-instance.ts';
import { resolveIncident } from './resolve-incident.ts';
import { setVariables } from './set-variables.ts';
import { throwJobError } from './throw-job-error.ts';
import { triggerTimer } from './trigger-timer.ts';

/** Commands that need an instance; `create_instance` makes one and is handled apart. */
export type InstanceCommand = Exclude<Command, { readonly type: 'create_instance' }>;

type Handlers = { readonly [Kind in InstanceCommand['type']]: CommandHandler<Kind> };

const handlers: Handlers = {
  cancel_instance: cancelInstance,
  terminate_child: terminateChild,
  modify_instance: modifyInstance,
  complete_job: completeJob,
  fail_job: failJob,
  throw_job_error: throwJobError,
  update_job_retries: updateJobRetries,
  end_job_backoff: endJobBackoff,
  refuse_oversized_job: refuseOversizedJob,
  trigger_timer: triggerTimer,
  correlate_message: correlateMessage,
  set_variables: setVariables,
  resolve_incident: resolveIncident,
  continue_multi_instance: continueMultiInstance,
  complete_child: completeChild,
  child_terminated: childTerminated,
  child_refused: childRefused,
  propagate_error: propagateError,
  error_uncaught: errorUncaught,
};

/** Hands a command to its handler. */
export function handleCommand(
  execution: Execution,
  command: InstanceCommand,
): Result<void, Rejection> {
  const handler = handlers[command.type] as CommandHandler<InstanceCommand['type']>;
  return handler(execution, command);
}
