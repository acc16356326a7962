import { maskSensitive } from '../domain/identity/mask-sensitive.ts';
import type { Rejection } from '../domain/rejection.ts';
import { isRejection, reject } from '../domain/rejection.ts';
import { type AttachmentCard, attachmentCard } from './attachment-card.ts';
import { auditOf } from './audit.ts';
import { loadCalendar } from './calendar.ts';
import { type CaseFactLine, factLines } from './case-fact-lines.ts';
import { type CaseHead, caseHeads } from './case-head.ts';
import { type CaseClockPage, clockPage } from './clock-page.ts';
import { outcomeText } from './decision-outcome.ts';
import type { Deps } from './deps.ts';
import { inOrder } from './in-order.ts';
import { mayReadCase } from './may-read-case.ts';
import type { Actor } from './ports/access.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { noteReveal, shownClasses } from './sensitive-data.ts';
import { type TimelineLine, timelineOf } from './timeline.ts';
import { gapsOf, type PublicGap } from './track-case.ts';
import { whatMayBeDone } from './what-may-be-done.ts';

/** A form of a case as it was saved last. */
export interface SavedFormPage {
  readonly id: string;
  readonly formKey: string;
  readonly title: string;
  readonly data: JsonRecord;
  readonly schema: JsonRecord;
  readonly uiSchema: JsonRecord;
  readonly savedBy: string;
  readonly savedAt: string;
}

/** A case as its page shows it to the offices. */
export interface CasePage {
  readonly head: CaseHead;
  readonly facts: CaseFactLine[];
  readonly forms: SavedFormPage[];
  readonly opinions: {
    result: string;
    resultName: string;
    text: string;
    name: string;
    capacity: string;
    at: string;
    taskName: string;
  }[];
  readonly materials: AttachmentCard[];
  readonly documents: {
    id: string;
    kind: string;
    title: string;
    number: string;
    issuedAt: string;
  }[];
  readonly timeline: TimelineLine[];
  readonly clock: CaseClockPage;
  readonly decisions: {
    decisionId: string;
    name: string;
    at: string;
    inputs: { name: string; value: unknown }[];
    output: unknown;
    outcome: string;
    rules: { id: string; index: number }[];
  }[];
  readonly tasks: CaseTaskLine[];
  readonly supplements: { id: string; deadline: string; items: PublicGap[] }[];
  readonly mayDo: string[];
}

interface CaseTaskLine {
  readonly id: string;
  readonly name: string;
  readonly elementId: string;
  readonly state: string;
  readonly assigneeName: string | null;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly dueAt: string | null;
}

/** The refusal for a case that does not exist, or not for this person. */
export const NO_CASE = reject('not_found', '没有这个办件。', 'Expected the case to exist');

/** Reads a case; who looked at it is written down. */
export async function readCase(
  deps: Deps,
  actor: Actor,
  caseId: string,
): Promise<CasePage | Rejection> {
  return deps.records.transaction(async (tx) => {
    const caseRow = await visibleCase(tx, deps, actor, caseId);
    if (isRejection(caseRow)) return caseRow;
    const at = new Date(deps.clock.now());
    const object = `proc:${caseRow.processKey}`;
    tx.audit(auditOf(at, actor, null, { action: 'case.read', object, caseId }));
    return pageOf(tx, deps, actor, caseRow);
  });
}

/** A case that a person may see. */
export async function visibleCase(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  caseId: string,
): Promise<CaseRow | Rejection> {
  const isId = /^[0-9a-f-]{36}$/.test(caseId);
  const caseRow = isId ? await tx.one('CaseFile', { id: caseId }) : undefined;
  if (caseRow === undefined || !(await mayReadCase(tx, deps, actor, caseId))) return NO_CASE;
  return caseRow;
}

async function pageOf(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  caseRow: CaseRow,
): Promise<CasePage | Rejection> {
  const caseId = caseRow.id;
  const [head] = await caseHeads(tx, deps, [caseRow], await loadCalendar(tx));
  if (head === undefined) return NO_CASE;
  const files = await tx.find('Attachment', { caseId }, { orderBy: { uploadedAt: 'asc' } });
  const papers = await tx.find('Document', { caseId }, { orderBy: { issuedAt: 'asc' } });
  return {
    head,
    facts: await factLines(tx, deps, caseRow),
    forms: await formsOf(tx, deps, actor, caseRow),
    opinions: await opinionsOf(tx, caseId),
    materials: files.map(attachmentCard),
    documents: papers.map(({ id, kind, title, number, issuedAt }) => ({
      id,
      kind,
      title,
      number,
      issuedAt: issuedAt.toISOString(),
    })),
    timeline: await timelineOf(tx, caseRow),
    clock: await clockPage(tx, caseId),
    decisions: await decisionsOf(tx, deps, caseRow),
    tasks: await tasksOf(tx, caseId),
    supplements: await supplementsOf(tx, caseId),
    mayDo: await whatMayBeDone(tx, deps, actor, caseRow),
  };
}

// The newest revision of each form; the older ones stay in the database.
async function formsOf(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  caseRow: CaseRow,
): Promise<SavedFormPage[]> {
  const caseId = caseRow.id;
  const shown = await shownClasses(tx, deps, actor, caseRow);
  noteReveal(tx, deps, actor, { caseRow, shown, purpose: '查看办件' });
  const rows = await tx.find('CaseForm', { caseId }, { orderBy: { savedAt: 'asc' } });
  const names = await userNames(
    tx,
    rows.map(({ savedBy }) => savedBy),
  );
  const newest = new Map(rows.map((row) => [`${row.formKey} ${row.taskId ?? ''}`, row]));
  return [...newest.values()].map(({ id, formKey, data, savedBy, savedAt }) => {
    const form = deps.processes.form(formKey);
    return {
      id,
      formKey,
      title: form?.title.zh ?? formKey,
      data: maskSensitive(data, form?.classes ?? {}, shown),
      schema: { ...form?.schema },
      uiSchema: { ...form?.uiSchema },
      savedBy: names.get(savedBy ?? '') ?? '申请人',
      savedAt: savedAt.toISOString(),
    };
  });
}

async function opinionsOf(tx: Transaction, caseId: string): Promise<CasePage['opinions']> {
  const rows = await tx.find('Opinion', { caseId }, { orderBy: { at: 'asc' } });
  return rows.map(({ result, text, userName, capacity, at, taskName }) => ({
    result,
    resultName: result,
    text: text ?? '',
    name: userName,
    capacity,
    at: at.toISOString(),
    taskName,
  }));
}

async function decisionsOf(
  tx: Transaction,
  deps: Deps,
  { id: caseId, processKey }: CaseRow,
): Promise<CasePage['decisions']> {
  const words = {
    rules: deps.processes.ruleTexts(processKey),
    outputs: deps.processes.process(processKey)?.decisionOutputs ?? [],
  };
  const rows = await tx.find('DecisionLog', { caseId }, { orderBy: { at: 'asc' } });
  return rows.map(({ decisionId, name, at, inputs, output, matchedRules }) => {
    const rules = matchedRules as { id: string; index: number }[];
    return {
      decisionId,
      name,
      at: at.toISOString(),
      inputs: inputs as { name: string; value: unknown }[],
      output,
      outcome: outcomeText({ decisionId, output, rules }, words),
      rules,
    };
  });
}

async function tasksOf(tx: Transaction, caseId: string): Promise<CaseTaskLine[]> {
  const rows = await tx.find('Task', { caseId }, { orderBy: { createdAt: 'asc' } });
  const people = rows.map((row) => row.completedBy ?? row.assigneeId);
  const names = await userNames(tx, people);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    elementId: row.elementId,
    state: row.state,
    assigneeName: names.get(row.completedBy ?? row.assigneeId ?? '') ?? null,
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
  }));
}

async function supplementsOf(tx: Transaction, caseId: string): Promise<CasePage['supplements']> {
  const notices = await tx.find('SupplementNotice', { caseId }, { orderBy: { round: 'asc' } });
  return inOrder(notices, async ({ id, deadlineAt }) => ({
    id,
    deadline: deadlineAt.toISOString(),
    items: await gapsOf(tx, id),
  }));
}

async function userNames(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const users = await tx.find('AppUser', { id: { $in: known } });
  return new Map(users.map(({ id, displayName }) => [id, displayName]));
}
