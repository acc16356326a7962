import type { Transaction } from './ports/records.ts';

/** Closes a task that the engine no longer waits for; what was typed stays in its draft. */
export async function markTaskCancelled(tx: Transaction, taskId: string, at: Date): Promise<void> {
  const open = { id: taskId, state: { $in: ['open', 'claimed'] as const } };
  const task = await tx.one('Task', open, { lock: true });
  if (task === undefined) return;
  await tx.update('Task', { id: taskId }, { state: 'cancelled', completedAt: at });
  tx.audit({
    at,
    actorId: null,
    capacity: null,
    unitCode: null,
    action: 'task.cancelled',
    object: `task:${task.elementId}`,
    caseId: task.caseId,
    result: 'ok',
    purpose: null,
    detail: { taskId, jobKey: task.jobKey },
  });
}
