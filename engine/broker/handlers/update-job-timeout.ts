import { success } from '../../core/records/index.ts';
import { refuse } from '../reply.ts';
import type { Handler } from './handler.ts';

/** Moves the end of a lease, which the instance knows nothing of. */
export const updateJobTimeout: Handler<'update_job_timeout'> = {
  rows: ({ key }) => [['job', key]],
  async run(batch, { key, timeoutMs }) {
    const row = await batch.row('job', key);
    if (row === undefined) {
      return refuse(
        'not_found',
        `Expected to update job deadline with key '${key}', but no such job was found`,
      );
    }
    if (row.state !== 'activated') {
      return refuse(
        'invalid_state',
        `Expected to update the timeout of job with key '${key}', but it is not active`,
      );
    }
    batch.replace('job', { ...row, deadlineAt: batch.now + timeoutMs });
    return success(null);
  },
};
