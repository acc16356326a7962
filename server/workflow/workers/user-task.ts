import type { Deps } from '../../usecases/deps.ts';
import { noteInstance } from '../../usecases/note-instance.ts';
import { registerTask } from '../../usecases/register-task.ts';
import { HUMAN_LEASE_MS } from '../cancelled-task-probe.ts';
import type { ActivatedJob, EngineClient } from '../engine-client.ts';

/** The job type of human tasks on every version of Zeebe. */
export const USER_TASK = 'io.camunda.zeebe:userTask';

/**
 * Turns a human job into a task row, then keeps the job for ten years. A crash in between lets the
 * job come back after its first minute; the row is found by its key then.
 */
export function userTaskWorker(deps: Deps, engine: EngineClient) {
  return async (job: ActivatedJob): Promise<void> => {
    await deps.records.transaction(async (tx) => {
      await noteInstance(tx, job, new Date(deps.clock.now()));
      await registerTask(tx, deps, job);
    });
    await engine.extendLease(job.key, HUMAN_LEASE_MS);
  };
}
