import { isRejection, type Rejection } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import { noSuchTask } from './open-task.ts';
import type { Actor } from './ports/access.ts';
import type { JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { mayDoTask } from './task-access.ts';

/** Keeps what somebody has typed into a task, even when the task was closed meanwhile. */
export async function saveTaskDraft(
  deps: Deps,
  actor: Actor,
  input: { readonly taskId: string; readonly data: JsonRecord },
): Promise<Date | Rejection> {
  const savedAt = new Date(deps.clock.now());
  return deps.records.transaction(async (tx) => {
    const task = await tx.one('Task', { id: input.taskId });
    const caseRow = task && (await tx.one('CaseFile', { id: task.caseId }));
    if (task === undefined || caseRow === undefined) return noSuchTask(input.taskId);
    const isOwn = task.assigneeId === actor.userId;
    if (!isOwn && !(await mayDoTask(tx, deps, actor, { task, caseRow })).allowed) {
      return noSuchTask(input.taskId);
    }
    const kept = await keepTaskDraft(tx, { ...input, userId: actor.userId, savedAt });
    return isRejection(kept) ? kept : savedAt;
  });
}

/** Writes the draft of one person for one task. */
export async function keepTaskDraft(
  tx: Transaction,
  draft: { taskId: string; userId: string; data: JsonRecord; savedAt: Date },
): Promise<void> {
  const { taskId, userId, data, savedAt } = draft;
  const changed = await tx.update('TaskDraft', { taskId, userId }, { data, savedAt });
  if (changed === 0) await tx.insert('TaskDraft', { taskId, userId, data, savedAt });
}
