import { enqueue } from '../execution/execution.ts';
import { problem, success } from '../records/index.ts';
import type { CommandHandler } from './command-handler.ts';

/** Stops a root instance; a child instance is stopped by way of its root. */
export const cancelInstance: CommandHandler<'cancel_instance'> = (execution) => {
  const { key, origin } = execution.state;
  if (origin.type === 'call') {
    const message =
      `Expected to cancel a process instance with key '${key}', but it is created by a parent ` +
      `process instance. Cancel the root process instance ` +
      `'${origin.parent.processInstanceKey}' instead.`;
    return problem({ code: 'invalid_state', message });
  }
  enqueue(execution, { type: 'terminate', key });
  return success(undefined);
};

/** Stops a child instance for its parent. */
export const terminateChild: CommandHandler<'terminate_child'> = (execution) => {
  enqueue(execution, { type: 'terminate', key: execution.state.key });
  return success(undefined);
};
