import { randomUUID } from 'node:crypto';
import { dateAt } from '../domain/calendar/calendar-date.ts';
import { type CaseState, mayBecome } from '../domain/case/case-state.ts';
import { deadlineAfter } from '../domain/deadline/deadline.ts';
import { loadCalendar } from './calendar.ts';
import type { Deps } from './deps.ts';
import { valueAt } from './json-pointer.ts';
import { limitNamed, loadParameters } from './parameters.ts';
import { placesOf } from './places-of.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { candidateGroupsOf, formKeyOf, PREFILL_HEADER } from './task-headers.ts';

/** A job of the engine that a person has to do. */
export interface HumanJob {
  readonly key: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonRecord;
}

/** Writes the task of a job, once for each job key; gives its id. */
export async function registerTask(tx: Transaction, deps: Deps, job: HumanJob): Promise<string> {
  const known = await tx.one('Task', { jobKey: job.key });
  if (known !== undefined) return known.id;
  const caseRow = await caseOf(tx, job);
  const id = randomUUID();
  const createdAt = new Date(deps.clock.now());
  await tx.insert('Task', {
    id,
    caseId: caseRow.id,
    jobKey: job.key,
    elementInstanceKey: job.elementInstanceKey,
    processInstanceKey: job.processInstanceKey,
    processKey: caseRow.processKey,
    elementId: job.elementId,
    name: nameOf(deps, caseRow, job),
    formKey: formKeyOf(job.headers),
    act: job.headers.act ?? 'handle',
    headers: { ...job.headers, [PREFILL_HEADER]: JSON.stringify(prefill(job)) },
    state: 'open',
    leaseVersion: 0,
    dueAt: await dueAt(tx, deps, caseRow, job),
    urgent: caseRow.emergency,
    createdAt,
  });
  await showStage(tx, caseRow, job.headers.publicStage);
  const groups = candidateGroupsOf(job.headers);
  for (const candidate of deps.access.candidates(caseRow, groups)) {
    await tx.insert('TaskCandidate', { id: randomUUID(), taskId: id, ...candidate });
  }
  return id;
}

// The first human step of a stage moves the case on; the model states the other moves itself.
async function showStage(
  tx: Transaction,
  caseRow: CaseRow,
  publicStage: string | undefined,
): Promise<void> {
  if (publicStage === undefined) return;
  const state = STAGE_STATES[publicStage];
  const mayMove = state !== undefined && UNDER_WAY.has(caseRow.state);
  const moved = mayMove && mayBecome(caseRow.state, state) ? { state } : {};
  await tx.update('CaseFile', { id: caseRow.id }, { publicStage, ...moved });
}

const STAGE_STATES: Readonly<Record<string, CaseState>> = {
  review: 'processing',
  publicity: 'publicity',
};
const UNDER_WAY: ReadonlySet<CaseState> = new Set(['accepted', 'processing', 'publicity']);

async function caseOf(tx: Transaction, job: HumanJob): Promise<CaseRow> {
  const { caseId } = job.variables;
  const caseRow = typeof caseId === 'string' ? await tx.one('CaseFile', { id: caseId }) : undefined;
  if (caseRow !== undefined) return caseRow;
  throw new Error(`Expected the job of '${job.elementId}' to name a case, but it does not`);
}

function nameOf(deps: Deps, caseRow: CaseRow, job: HumanJob): string {
  const diagram = deps.processes.diagram(caseRow.processKey, job.bpmnProcessId);
  const tag = new RegExp(`<(?:\\w+:)?userTask\\s[^>]*\\bid="${job.elementId}"[^>]*>`);
  const name = /\bname="([^"]*)"/.exec(tag.exec(diagram?.xml ?? '')?.[0] ?? '')?.[1];
  return name ?? job.headers.title ?? job.elementId;
}

// The header says which field comes from which variable: `dueFen=amountFen,limitFen=parameters.x`.
function prefill(job: HumanJob): JsonRecord {
  const pairs = (job.headers.prefill ?? '').split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const [field = '', variable = ''] = pair.split('=').map((part) => part.trim());
      const value = valueAt(job.variables, `/${variable.replaceAll('.', '/')}`);
      return value === undefined || value === null ? [] : [[field, value] as const];
    }),
  );
}

async function dueAt(
  tx: Transaction,
  deps: Deps,
  caseRow: CaseRow,
  job: HumanJob,
): Promise<Date | null> {
  const process = deps.processes.process(caseRow.processKey);
  const now = deps.clock.now();
  if (process === undefined) return null;
  const parameters = await loadParameters(tx, process, placesOf(caseRow), dateAt(now));
  const limit = limitNamed(process, parameters, job.headers.slaKey);
  if (limit === undefined) return null;
  return new Date(deadlineAfter(now, limit, await loadCalendar(tx)).dueAt);
}
