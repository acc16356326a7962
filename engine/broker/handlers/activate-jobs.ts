import { type Key, success } from '../../core/records/index.ts';
import { activateJob, jobBytes } from '../activate-job.ts';
import type { Batch } from '../batch.ts';
import { runJobCommand } from '../job-command.ts';
import { JOBS_ACTIVATED_MAX, JOBS_BYTES_MAX } from '../limits.ts';
import { type Reply, refuse } from '../reply.ts';
import type { ActivatedJob, ActivateJobs, JobSelection } from '../requests.ts';
import type { Handler } from './handler.ts';

/** Gives the oldest activatable jobs of a type to a worker, as many as fit one message. */
export const activateJobs: Handler<'activate_jobs'> = {
  demand({ type, jobsMax }) {
    return jobsMax < 1 ? undefined : { type, limit: Math.min(jobsMax, JOBS_ACTIVATED_MAX) };
  },
  async run(batch, request) {
    const refused = checkSelection('activate job batch', request);
    if (refused !== undefined) return refused;
    if (request.jobsMax < 1) return success([]);
    const limit = Math.min(request.jobsMax, JOBS_ACTIVATED_MAX);
    const rows = await batch.activatableJobs(request.type, limit);
    await batch.context.instances.load(rows.map(({ processInstanceKey }) => processInstanceKey));
    const jobs: ActivatedJob[] = [];
    let bytes = 0;
    for (const row of rows) {
      const job = await activateJob(batch, row, request);
      if (job === undefined) continue;
      const size = jobBytes(job);
      if (size > JOBS_BYTES_MAX) {
        batch.replace('job', row);
        await refuseOversized(batch, row.key, size);
        continue;
      }
      if (bytes + size > JOBS_BYTES_MAX) {
        batch.replace('job', row);
        break;
      }
      bytes += size;
      jobs.push(job);
    }
    return success(jobs);
  },
};

/** It would never reach a worker: an operator has to make its variables smaller. */
async function refuseOversized(batch: Batch, jobKey: Key, bytes: number): Promise<void> {
  const message =
    `The job with key '${jobKey}' can not be activated, because with ${bytes} bytes it is larger ` +
    `than a message of ${JOBS_BYTES_MAX} bytes. Try to fetch fewer or smaller variables.`;
  await runJobCommand(batch, 'activate', { type: 'refuse_oversized_job', jobKey, message });
}

/** What must hold of a worker's request; the blank type is allowed and finds nothing. */
export function checkSelection(
  task: string,
  { type, timeoutMs }: Pick<ActivateJobs, keyof JobSelection>,
): Extract<Reply<never>, { ok: false }> | undefined {
  if (type === '') {
    return refuse(
      'invalid_argument',
      `Expected to ${task} with type to be present, but it was blank`,
    );
  }
  if (timeoutMs >= 1) return undefined;
  return refuse(
    'invalid_argument',
    `Expected to ${task} with timeout to be greater than zero, but it was '${timeoutMs}'`,
  );
}
