import { isRejection, type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { closedReason, lockTask } from './open-task.ts';
import type { Actor } from './ports/access.ts';
import { stepObject } from './task-access.ts';

/** Gives a claimed task back to its office; what was typed stays. */
export async function releaseTask(
  deps: Deps,
  actor: Actor,
  taskId: string,
): Promise<Rejection | undefined> {
  return deps.records.transaction(async (tx) => {
    const found = await lockTask(tx, taskId);
    if (isRejection(found)) return found;
    const { task } = found;
    const closed = closedReason(task);
    if (closed !== undefined) return closed;
    if (task.assigneeId !== actor.userId) {
      return reject(
        'forbidden',
        '只有签收人本人可以退回这项工作。',
        'Expected the person who claimed the task, but it is somebody else',
      );
    }
    const leaseVersion = task.leaseVersion + 1;
    await tx.update(
      'Task',
      { id: task.id },
      { state: 'open', assigneeId: null, claimedAt: null, leaseVersion },
    );
    const object = stepObject(task.processKey, task.elementId);
    const facts = { action: 'task.released', object, caseId: task.caseId };
    tx.audit(auditOf(new Date(deps.clock.now()), actor, null, facts));
    return undefined;
  });
}
