import { enqueueChunk } from '../behaviors/multi-instance-body.ts';
import { success } from '../records/index.ts';
import type { CommandHandler } from './command-handler.ts';

/** The next chunk of a large parallel loop, if the body is still there. */
export const continueMultiInstance: CommandHandler<'continue_multi_instance'> = (
  execution,
  { elementInstanceKey },
) => {
  const body = execution.state.elements.get(elementInstanceKey);
  if (body?.state === 'activated') enqueueChunk(execution, body);
  return success(undefined);
};
