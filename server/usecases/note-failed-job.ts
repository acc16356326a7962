import type { Deps } from './deps.ts';

const TEXT_MAX = 500;

/** A job whose last try has failed. */
export interface LostJob {
  readonly key: string;
  readonly type: string;
  readonly elementId: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** Keeps a job that was given up, so that an administrator finds it; a later failure replaces it. */
export async function noteFailedJob(deps: Deps, job: LostJob): Promise<void> {
  const { caseId } = job.variables;
  await deps.records.transaction(async (tx) => {
    await tx.remove('FailedJob', { jobKey: job.key });
    await tx.insert('FailedJob', {
      jobKey: job.key,
      type: job.type,
      caseId: typeof caseId === 'string' ? caseId : null,
      elementId: job.elementId,
      message: job.message.slice(0, TEXT_MAX),
      failedAt: new Date(deps.clock.now()),
    });
  });
}
