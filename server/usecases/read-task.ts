import type { FormDefinition } from '../../forms/schema.ts';
import { hasSensitive, maskSensitive } from '../domain/identity/mask-sensitive.ts';
import type { Rejection } from '../domain/rejection.ts';
import { loadCalendar } from './calendar.ts';
import { type CaseHead, caseHeads } from './case-head.ts';
import type { Deps } from './deps.ts';
import { inOrder } from './in-order.ts';
import { closedReason, noSuchTask, type TaskOfCase } from './open-task.ts';
import type { Actor, Verdict } from './ports/access.ts';
import type { JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { noteReveal } from './sensitive-data.ts';
import { mayDoTask } from './task-access.ts';
import { actionsOf, prefillOf, signersOf, type TaskActionHeader } from './task-headers.ts';
import { timeLeft } from './time-left.ts';

/** A task as its page shows it. */
export interface TaskPage extends TaskOfCase {
  readonly head: CaseHead;
  readonly assigneeName: string | null;
  readonly lamp: CaseHead['lamp'];
  readonly restText: string;
  readonly signers: {
    readonly needed: number;
    readonly signed: { name: string; capacity: string; at: string }[];
  };
  readonly offices: string[];
  readonly mayClaim: boolean;
  readonly mayAct: boolean;
  readonly why: string | null;
  readonly form: FormDefinition | null;
  readonly data: JsonRecord;
  readonly prefill: JsonRecord;
  readonly actions: readonly TaskActionHeader[];
}

/** Reads a task for somebody of its offices, or who may see its case. */
export async function readTask(
  deps: Deps,
  actor: Actor,
  taskId: string,
): Promise<TaskPage | Rejection> {
  return deps.records.transaction(async (tx) => {
    const task = await tx.one('Task', { id: taskId });
    const caseRow = task && (await tx.one('CaseFile', { id: task.caseId }));
    if (task === undefined || caseRow === undefined) return noSuchTask(taskId);
    const found = { task, caseRow };
    const verdict = await mayDoTask(tx, deps, actor, found);
    const isOffice = await belongsToOffice(tx, actor, taskId);
    if (!isOffice && !verdict.allowed) return noSuchTask(taskId);
    return pageOf(tx, deps, actor, { ...found, verdict });
  });
}

async function belongsToOffice(tx: Transaction, actor: Actor, taskId: string): Promise<boolean> {
  const candidates = await tx.find('TaskCandidate', { taskId });
  return candidates.some((one) =>
    actor.capacities.some(
      (own) => own.positionCode === one.positionCode && own.unitCode === one.unitCode,
    ),
  );
}

async function pageOf(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  { task, caseRow, verdict }: TaskOfCase & { readonly verdict: Verdict },
): Promise<TaskPage | Rejection> {
  const calendar = await loadCalendar(tx);
  const [head] = await caseHeads(tx, deps, [caseRow], calendar);
  if (head === undefined) return noSuchTask(task.id);
  const form = task.formKey === null ? null : (deps.processes.form(task.formKey) ?? null);
  const signed = await signaturesOf(tx, task.id);
  const isMine = task.assigneeId === actor.userId;
  const filled = await filledIn(tx, deps, actor, { task, caseRow, form });
  const hasSigned = signed.some(({ userId }) => userId === actor.userId);
  const closed = closedReason(task);
  const why = closed?.message ?? (verdict.allowed ? whyNot(isMine, hasSigned) : verdict.why);
  return {
    task,
    caseRow,
    head,
    assigneeName: await nameOf(tx, task.assigneeId),
    ...timeLeft(task.dueAt, calendar, deps.clock.now()),
    signers: { needed: signersOf(task.headers), signed: signed.map(({ shown }) => shown) },
    offices: await officesOf(tx, task.id),
    mayClaim: closed === undefined && task.state === 'open' && verdict.allowed && !hasSigned,
    mayAct: closed === undefined && isMine && verdict.allowed && !hasSigned,
    why,
    form,
    ...filled,
    actions: actionsOf(task.headers),
  };
}

function whyNot(isMine: boolean, hasSigned: boolean): string | null {
  if (hasSigned) return '您已签署，须由另一名人员签署。';
  return isMine ? null : '请先签收。';
}

// Who has the task in hand sees what is in its form; others of the office see it masked.
async function filledIn(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  { task, caseRow, form }: TaskOfCase & { readonly form: FormDefinition | null },
): Promise<Pick<TaskPage, 'data' | 'prefill'>> {
  const isInHand = task.state === 'claimed' && task.assigneeId === actor.userId;
  const classes = form?.classes ?? {};
  const show = (data: JsonRecord) => maskSensitive(data, classes, isInHand ? 'all' : 'none');
  if (isInHand && hasSensitive(classes)) {
    noteReveal(tx, deps, actor, { caseRow, shown: 'all', purpose: task.name });
  }
  const draft = await tx.one('TaskDraft', { taskId: task.id, userId: actor.userId });
  const saved = await savedBySigner(tx, task.id, form?.key);
  const known = { ...(await earlier(tx, task.caseId, form?.key)), ...prefillOf(task.headers) };
  return { data: draft?.data ?? show(saved ?? {}), prefill: show(known) };
}

// What an earlier signer of this task has saved.
async function savedBySigner(
  tx: Transaction,
  taskId: string,
  formKey: string | undefined,
): Promise<JsonRecord | undefined> {
  if (formKey === undefined) return undefined;
  const newest = { orderBy: { savedAt: 'desc' } } as const;
  return (await tx.one('CaseForm', { taskId, formKey }, newest))?.data;
}

async function earlier(
  tx: Transaction,
  caseId: string,
  formKey: string | undefined,
): Promise<JsonRecord> {
  if (formKey === undefined) return {};
  const newest = { orderBy: { savedAt: 'desc' } } as const;
  const data = (await tx.one('CaseForm', { caseId, formKey }, newest))?.data ?? {};
  // An opinion is each person's own.
  const { text: _, ...rest } = data;
  return rest;
}

async function signaturesOf(tx: Transaction, taskId: string) {
  const rows = await tx.find('TaskSignature', { taskId }, { orderBy: { at: 'asc' } });
  return inOrder(rows, async ({ userId, capacity, at }) => ({
    userId,
    shown: { name: (await nameOf(tx, userId)) ?? '', capacity, at: at.toISOString() },
  }));
}

async function nameOf(tx: Transaction, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  return (await tx.one('AppUser', { id: userId }))?.displayName ?? null;
}

async function officesOf(tx: Transaction, taskId: string): Promise<string[]> {
  const candidates = await tx.find('TaskCandidate', { taskId });
  const names = await inOrder(candidates, async ({ positionCode, unitCode }) => {
    const position = await tx.one('Position', { unitCode, code: positionCode });
    const unit = await tx.one('OrgUnit', { code: unitCode });
    return `${unit?.name ?? ''}${position?.officeName ?? ''} ${position?.name ?? positionCode}`;
  });
  return names;
}
