import { randomUUID } from 'node:crypto';
import type { FormDefinition, Json } from '../../forms/schema.ts';
import { validateForm } from '../../forms/validate.ts';
import { isRejection, type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import { capacityName } from './capacity-name.ts';
import type { Deps } from './deps.ts';
import { rejectForm } from './form-rejection.ts';
import { textAt } from './json-pointer.ts';
import { linkAttachments } from './link-attachments.ts';
import { closedReason, closeIfGone, lockTask, staleLease, type TaskOfCase } from './open-task.ts';
import { enqueue } from './outbox.ts';
import type { Actor, Capacity } from './ports/access.ts';
import type { JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { recordFormEffects } from './record-form-effects.ts';
import { keepTaskDraft } from './save-task-draft.ts';
import { mayDoTask, stepObject } from './task-access.ts';
import { actionsOf, prefillOf, signersOf, type TaskActionHeader } from './task-headers.ts';

/** What somebody hands in for a task. */
export interface TaskCompletion {
  readonly taskId: string;
  readonly leaseVersion: number;
  readonly action: string;
  readonly data: JsonRecord;
  readonly opinionText: string;
}

/** What came of it: how many more persons must sign before the step is done. */
export interface TaskCompleted {
  readonly waitsForSigners: number;
}

/** Everything about one completion that the writing steps need. */
export interface Completing extends TaskOfCase {
  readonly actor: Actor;
  readonly capacity: Capacity;
  readonly action: TaskActionHeader;
  readonly form: FormDefinition | undefined;
  readonly data: JsonRecord;
  readonly text: string;
  readonly at: Date;
}

/**
 * Completes a task: checks the right and the form, writes what was decided, and tells the engine
 * through the outbox. When the task is gone meanwhile, what was typed is kept as a draft.
 */
export async function completeTask(
  deps: Deps,
  actor: Actor,
  input: TaskCompletion,
): Promise<TaskCompleted | Rejection> {
  const gone = await closeIfGone(deps, actor, input.taskId);
  const result = gone ?? (await deps.records.transaction((tx) => work(tx, deps, actor, input)));
  if (isRejection(result) && result.code === 'invalid_state') await keepTyped(deps, actor, input);
  return result;
}

async function work(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  input: TaskCompletion,
): Promise<TaskCompleted | Rejection> {
  const found = await lockTask(tx, input.taskId);
  if (isRejection(found)) return found;
  const completing = await prepare(tx, deps, { ...found, actor, input });
  if (isRejection(completing)) return completing;
  const { task } = completing;
  const waitsForSigners = await sign(tx, completing);
  if (isRejection(waitsForSigners)) return waitsForSigners;
  await writeForm(tx, completing);
  await writeOpinion(tx, completing);
  const linked = await linkAttachments(tx, {
    caseId: task.caseId,
    data: completing.data,
    attachmentIds: [],
    createdBy: actor.userId,
    draftId: undefined,
  });
  if (linked !== undefined) return linked;
  await writeAct(tx, completing);
  if (waitsForSigners > 0) {
    await passOn(tx, completing);
    return { waitsForSigners };
  }
  const effect = await recordFormEffects(tx, deps, completing);
  if (effect !== undefined) return effect;
  await finish(tx, deps, completing);
  return { waitsForSigners: 0 };
}

async function prepare(
  tx: Transaction,
  deps: Deps,
  request: TaskOfCase & { readonly actor: Actor; readonly input: TaskCompletion },
): Promise<Completing | Rejection> {
  const { task, actor, input, caseRow } = request;
  const closed = closedReason(task);
  if (closed !== undefined) return closed;
  if (task.assigneeId !== actor.userId || task.leaseVersion !== input.leaseVersion) {
    return staleLease(task);
  }
  const verdict = await mayDoTask(tx, deps, actor, request);
  if (!verdict.allowed) return reject('forbidden', verdict.why, verdict.whyEn);
  const action = actionsOf(task.headers).find(({ id }) => id === input.action);
  if (action === undefined) {
    const known = `Expected an action of the task, but got '${input.action}'`;
    return reject('invalid_argument', '没有这个操作。', known);
  }
  const form = task.formKey === null ? undefined : deps.processes.form(task.formKey);
  const data = withReadOnly(form, input.data, prefillOf(task.headers));
  const at = new Date(deps.clock.now());
  const text = input.opinionText.trim() || (textAt(data, '/text') ?? '');
  const problems = problemsOf({ form, action, data, text, at });
  if (problems.length > 0) return rejectForm(problems);
  const { capacity } = verdict;
  return { task, caseRow, actor, capacity, action, form, data, text, at };
}

// What a form only shows comes from the engine again, whatever the browser sent.
function withReadOnly(
  form: FormDefinition | undefined,
  data: JsonRecord,
  known: JsonRecord,
): JsonRecord {
  const fixed = Object.entries(form?.schema.properties ?? {})
    .filter(([name, { readOnly }]) => readOnly === true && name in known)
    .map(([name]) => [name, known[name]] as const);
  return { ...data, ...Object.fromEntries(fixed) };
}

function problemsOf(
  given: Pick<Completing, 'form' | 'action' | 'data' | 'text' | 'at'>,
): Parameters<typeof rejectForm>[0] {
  const { form, action, data, text, at } = given;
  const problems =
    form === undefined || !action.needsForm
      ? []
      : validateForm(form, data as Json, { now: at }).errors;
  if (!action.needsText || text !== '') return problems;
  const missing = {
    path: '/text',
    message: `选择“${action.label}”必须写明理由。`,
    messageEn: 'A reason is required for this action.',
    rule: 'required',
  };
  return [...problems, missing];
}

async function sign(tx: Transaction, completing: Completing): Promise<number | Rejection> {
  const { task, actor, capacity, at } = completing;
  const needed = signersOf(task.headers);
  if (needed === 1) return 0;
  const signed = await tx.find('TaskSignature', { taskId: task.id });
  if (signed.some(({ userId }) => userId === actor.userId)) {
    return reject(
      'forbidden',
      `这项工作须由 ${needed} 名不同人员共同签署，您已签署过，请由另一人签收办理。`,
      'Expected another person, but this one has signed already',
    );
  }
  await tx.insert('TaskSignature', {
    id: randomUUID(),
    taskId: task.id,
    userId: actor.userId,
    capacity: capacityName(capacity),
    at,
  });
  return Math.max(needed - signed.length - 1, 0);
}

async function writeForm(tx: Transaction, completing: Completing): Promise<void> {
  const { task, form, data, actor, at } = completing;
  if (form === undefined) return;
  const before = await tx.count('CaseForm', { caseId: task.caseId, formKey: form.key });
  await tx.insert('CaseForm', {
    id: randomUUID(),
    caseId: task.caseId,
    taskId: task.id,
    formKey: form.key,
    formVersion: form.version,
    data,
    revision: before + 1,
    savedBy: actor.userId,
    savedAt: at,
  });
  await tx.remove('TaskDraft', { taskId: task.id, userId: actor.userId });
}

async function writeOpinion(tx: Transaction, completing: Completing): Promise<void> {
  const { task, actor, capacity, action, text, at } = completing;
  await tx.insert('Opinion', {
    id: randomUUID(),
    caseId: task.caseId,
    taskId: task.id,
    taskName: task.name,
    elementId: task.elementId,
    result: action.label,
    text: text === '' ? null : text,
    basis: [],
    userId: actor.userId,
    userName: actor.name,
    capacity: capacityName(capacity),
    at,
  });
}

async function writeAct(tx: Transaction, completing: Completing): Promise<void> {
  const { task, actor, capacity, action, at } = completing;
  const { caseId, elementId } = task;
  const act = actOf(completing);
  await tx.insert('CaseAct', {
    id: randomUUID(),
    caseId,
    userId: actor.userId,
    act,
    elementId,
    positionCode: capacity.positionCode,
    unitCode: capacity.unitCode,
    at,
  });
  const object = stepObject(task.processKey, elementId);
  const detail = { taskId: task.id, action: action.id };
  tx.audit(auditOf(at, actor, capacity, { action: `task.${act}`, object, caseId, detail }));
}

// Who only sends something back has not done the act: a cashier may still pay the next voucher.
function actOf({ task, action }: Completing): string {
  return action.id === 'returned' ? 'return' : task.act;
}

// The next signer finds the task in the office again, with what was filled in so far.
async function passOn(tx: Transaction, { task }: Completing): Promise<void> {
  const leaseVersion = task.leaseVersion + 1;
  await tx.update(
    'Task',
    { id: task.id },
    { state: 'open', assigneeId: null, claimedAt: null, leaseVersion },
  );
}

async function finish(tx: Transaction, deps: Deps, completing: Completing): Promise<void> {
  const { task, actor, capacity, action, data, at } = completing;
  const done = {
    state: 'completed',
    completedAt: at,
    completedBy: actor.userId,
    capacity: capacityName(capacity),
    action: action.id,
  } as const;
  await tx.update('Task', { id: task.id }, done);
  const exposed = deps.processes.taskVariables(task.headers.expose ?? '', data);
  await enqueue(tx, deps, `complete:${task.jobKey}`, {
    kind: 'complete_job',
    jobKey: task.jobKey,
    variables: { action: action.id, form: exposed, actorId: actor.userId },
    caseId: task.caseId,
  });
}

async function keepTyped(deps: Deps, actor: Actor, input: TaskCompletion): Promise<void> {
  const savedAt = new Date(deps.clock.now());
  const { taskId, data } = input;
  await deps.records.transaction(async (tx) => {
    const candidates = await tx.find('TaskCandidate', { taskId });
    const isOffice = actor.capacities.some((capacity) =>
      candidates.some(
        (one) => one.positionCode === capacity.positionCode && one.unitCode === capacity.unitCode,
      ),
    );
    if (isOffice) await keepTaskDraft(tx, { taskId, userId: actor.userId, data, savedAt });
  });
}
