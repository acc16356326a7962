import { isRejection, type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { closedReason, closeIfGone, lockTask, staleLease } from './open-task.ts';
import type { Actor } from './ports/access.ts';
import type { Transaction } from './ports/records.ts';
import { mayDoTask, stepObject } from './task-access.ts';

/** Takes a task; the lease tells two persons who press the button at the same time apart. */
export async function claimTask(
  deps: Deps,
  actor: Actor,
  input: { readonly taskId: string; readonly leaseVersion: number },
): Promise<Rejection | undefined> {
  const gone = await closeIfGone(deps, actor, input.taskId);
  if (gone !== undefined) return gone;
  return deps.records.transaction(async (tx) => {
    const found = await lockTask(tx, input.taskId);
    if (isRejection(found)) return found;
    const { task } = found;
    const closed = closedReason(task);
    if (closed !== undefined) return closed;
    if (task.assigneeId === actor.userId) return undefined;
    if (task.state === 'claimed' || task.leaseVersion !== input.leaseVersion) {
      return staleLease(task);
    }
    const verdict = await mayDoTask(tx, deps, actor, found);
    if (!verdict.allowed) return reject('forbidden', verdict.why, verdict.whyEn);
    if (await hasSigned(tx, task.id, actor.userId)) return SIGNED;
    const at = new Date(deps.clock.now());
    const leaseVersion = task.leaseVersion + 1;
    await tx.update(
      'Task',
      { id: task.id },
      { state: 'claimed', assigneeId: actor.userId, claimedAt: at, leaseVersion },
    );
    const object = stepObject(task.processKey, task.elementId);
    const facts = { action: 'task.claimed', object, caseId: task.caseId };
    tx.audit(auditOf(at, actor, verdict.capacity, { ...facts, detail: { taskId: task.id } }));
    return undefined;
  });
}

async function hasSigned(tx: Transaction, taskId: string, userId: string): Promise<boolean> {
  return (await tx.one('TaskSignature', { taskId, userId })) !== undefined;
}

const SIGNED = reject(
  'forbidden',
  '您已签署这项工作，须由另一名人员签收办理。',
  'Expected another person, but this one has signed already',
);
