import { type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import { markTaskCancelled } from './mark-task-cancelled.ts';
import type { Actor } from './ports/access.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import type { TaskRow } from './ports/task-rows.ts';

/** A task with its case. */
export interface TaskOfCase {
  readonly task: TaskRow;
  readonly caseRow: CaseRow;
}

/** The refusal for a task that does not exist, or not for this person. */
export function noSuchTask(id: string): Rejection {
  return reject('not_found', '没有这项工作。', `Expected task '${id}', but there is none`);
}

const IS_GONE = reject(
  'invalid_state',
  '这项工作已被取消（案件已撤回、终止或转到其他环节）。您填写的内容已保留在暂存中。',
  'The task was cancelled meanwhile. What you typed is kept as a draft.',
);

/** Loads a task for a change and locks it. */
export async function lockTask(tx: Transaction, id: string): Promise<TaskOfCase | Rejection> {
  const task = await tx.one('Task', { id }, { lock: true });
  const caseRow = task && (await tx.one('CaseFile', { id: task.caseId }));
  if (task === undefined || caseRow === undefined) return noSuchTask(id);
  return { task, caseRow };
}

/** Why a task cannot be worked on any more, or undefined when it can. */
export function closedReason(task: TaskRow): Rejection | undefined {
  if (task.state === 'cancelled') return IS_GONE;
  if (task.state !== 'completed') return undefined;
  return reject(
    'invalid_state',
    '这项工作已经由同事办理完成，不需要再办。',
    'Expected an open task, but it is already completed',
  );
}

/** The refusal when somebody else has taken the task meanwhile. */
export function staleLease(task: TaskRow): Rejection {
  return reject(
    'invalid_state',
    '这项工作刚刚被其他人签收或退回，请刷新后再操作。您填写的内容没有丢失。',
    `Expected another lease of task '${task.id}', but it is ${task.leaseVersion}`,
  );
}

/**
 * Asks the engine whether it still waits for the task. A task that is gone is closed here, since
 * the engine never says so by itself.
 */
export async function closeIfGone(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Rejection | undefined> {
  const task = await deps.records.transaction((tx) => tx.one('Task', { id }));
  if (task === undefined || closedReason(task) !== undefined) return undefined;
  if (await deps.engine.isJobAlive(task.jobKey)) return undefined;
  const at = new Date(deps.clock.now());
  await deps.records.transaction((tx) => markTaskCancelled(tx, id, at));
  return task.assigneeId === null || task.assigneeId === actor.userId ? IS_GONE : noSuchTask(id);
}
