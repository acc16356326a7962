import { success } from '../../core/records/index.ts';
import type { Handler } from './handler.ts';

/** Frees jobs that did not reach their worker, with unchanged retries. */
export const yieldJobs: Handler<'yield_jobs'> = {
  rows: ({ keys }) => keys.map((key) => ['job', key]),
  async run(batch, { keys }) {
    for (const key of keys) {
      const row = await batch.row('job', key);
      if (row?.state !== 'activated') continue;
      batch.replace('job', { ...row, state: 'activatable', worker: '', deadlineAt: null });
      batch.offer(key);
    }
    return success(null);
  },
};
