import type { Router } from 'express';
import { isRejection, type Rejection } from '../domain/rejection.ts';
import { claimTask } from '../usecases/claim-task.ts';
import { completeTask } from '../usecases/complete-task.ts';
import type { Deps } from '../usecases/deps.ts';
import { listWork } from '../usecases/list-work.ts';
import type { Actor } from '../usecases/ports/access.ts';
import { readTask, type TaskPage } from '../usecases/read-task.ts';
import { releaseTask } from '../usecases/release-task.ts';
import { saveTaskDraft } from '../usecases/save-task-draft.ts';
import * as contract from './contract/work.ts';
import { formView } from './form-view.ts';
import { mount } from './mount.ts';

/** The work list and the tasks behind it. */
export function mountWork(router: Router, deps: Deps): void {
  mount(router, deps, contract.listWork, async ({ actor, query }) =>
    actor === null ? undefined : listWork(deps, actor, query),
  );
  mount(router, deps, contract.readTask, async ({ actor, params }) =>
    actor === null ? undefined : viewOf(deps, actor, params.id),
  );
  mount(router, deps, contract.claimTask, async ({ actor, params, body }) => {
    if (actor === null) return undefined;
    const refused = await claimTask(deps, actor, { taskId: params.id, ...body });
    return refused ?? viewOf(deps, actor, params.id);
  });
  mount(router, deps, contract.releaseTask, async ({ actor, params }) => {
    if (actor === null) return undefined;
    const refused = await releaseTask(deps, actor, params.id);
    return refused ?? viewOf(deps, actor, params.id);
  });
  mount(router, deps, contract.saveTaskDraft, async ({ actor, params, body }) => {
    if (actor === null) return undefined;
    const saved = await saveTaskDraft(deps, actor, { taskId: params.id, data: body.data });
    return isRejection(saved) ? saved : { savedAt: saved.toISOString() };
  });
  mountComplete(router, deps);
}

function mountComplete(router: Router, deps: Deps): void {
  mount(router, deps, contract.completeTask, async ({ actor, params, body }) => {
    if (actor === null) return undefined;
    const { leaseVersion, action, data, opinion } = body;
    const opinionText = opinion?.text ?? '';
    const input = { taskId: params.id, leaseVersion, action, data, opinionText };
    const completed = await completeTask(deps, actor, input);
    if (isRejection(completed)) return completed;
    const next = await listWork(deps, actor, { view: 'all', sort: 'due' });
    const nextTaskId = next.items.find(({ taskId }) => taskId !== params.id)?.taskId ?? null;
    return { nextTaskId, ...completed };
  });
}

async function viewOf(
  deps: Deps,
  actor: Actor,
  taskId: string,
): Promise<contract.TaskView | Rejection> {
  const page = await readTask(deps, actor, taskId);
  return isRejection(page) ? page : taskView(page);
}

function taskView(page: TaskPage): contract.TaskView {
  const { task, form } = page;
  const { assigneeId } = task;
  return {
    task: {
      id: task.id,
      name: task.name,
      elementId: task.elementId,
      state: task.state,
      act: task.act,
      leaseVersion: task.leaseVersion,
      assignee: assigneeId === null ? null : { id: assigneeId, name: page.assigneeName ?? '' },
      createdAt: task.createdAt.toISOString(),
      dueAt: task.dueAt?.toISOString() ?? null,
      lamp: page.lamp,
      restText: page.restText,
      signers: page.signers,
      capacities: page.offices,
      mayClaim: page.mayClaim,
      mayAct: page.mayAct,
      ...(page.why === null ? {} : { why: page.why }),
    },
    case: page.head,
    form: form === null ? null : formView(form),
    data: page.data,
    prefill: page.prefill,
    actions: [...page.actions],
  };
}
