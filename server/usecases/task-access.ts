import { dateAt } from '../domain/calendar/calendar-date.ts';
import { readDivisionCode } from '../domain/office/division-code.ts';
import type { Deps } from './deps.ts';
import { loadParameters, type Parameters } from './parameters.ts';
import { placesOf } from './places-of.ts';
import type { AccessContext, Actor, Verdict } from './ports/access.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import type { TaskRow } from './ports/task-rows.ts';

/** The object of the access rules for a step of a procedure. */
export function stepObject(processKey: string, elementId: string): string {
  return `proc:${processKey}/step:${elementId}`;
}

/** What conditions of access rules look at in a case. */
export async function accessContext(
  tx: Transaction,
  deps: Deps,
  caseRow: CaseRow,
): Promise<AccessContext> {
  const process = deps.processes.process(caseRow.processKey);
  const today = dateAt(deps.clock.now());
  const parameters =
    process === undefined ? {} : await loadParameters(tx, process, placesOf(caseRow), today);
  const pastActs = await tx.find('CaseAct', { caseId: caseRow.id });
  const openTasks = await tx.find('Task', { caseId: caseRow.id, state: 'claimed' });
  const { applicantIdHash } = caseRow;
  const relatives =
    applicantIdHash === null ? [] : await tx.find('Relative', { idHash: applicantIdHash });
  return {
    amountFen: caseRow.amountFen,
    fund: caseRow.fund,
    limitsFen: limitsOf(caseRow, parameters),
    pastActs,
    relatedUserIds: relatives.map(({ userId }) => userId),
    openTaskUserIds: openTasks.flatMap(({ assigneeId }) => assigneeId ?? []),
  };
}

// Limits are multiples of the minimum living standard, which differs in town and country.
function limitsOf(caseRow: CaseRow, parameters: Parameters) {
  const isUrban = readDivisionCode(caseRow.unitCode)?.level === 'community';
  const standard = Number(parameters[isUrban ? 'dibaoUrbanFen' : 'dibaoRuralFen'] ?? 0);
  const times = (key: string): number => Number(parameters[key] ?? 0) * standard;
  return {
    townDeputy: times('townDeputyMultiple'),
    town: times('townMultiple'),
    county: times('countyMultiple'),
    community: Number(parameters.communityLimitFen ?? 0),
    cash: Number(parameters.cashLimitFen ?? 0),
  };
}

/** Whether a person may do this task: one of its offices, and no rule against it. */
export async function mayDoTask(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  { task, caseRow }: { readonly task: TaskRow; readonly caseRow: CaseRow },
): Promise<Verdict> {
  const candidates = await tx.find('TaskCandidate', { taskId: task.id });
  const own = actor.capacities.filter((capacity) =>
    candidates.some(
      ({ positionCode, unitCode }) =>
        positionCode === capacity.positionCode && unitCode === capacity.unitCode,
    ),
  );
  if (own.length === 0) {
    return {
      allowed: false,
      why: '这项工作由其他岗位办理。',
      whyEn: 'This task belongs to another office.',
    };
  }
  const context = await accessContext(tx, deps, caseRow);
  return deps.access.may(
    { ...actor, capacities: own },
    {
      act: task.act,
      object: stepObject(task.processKey, task.elementId),
      unitCode: caseRow.unitCode,
      context,
    },
  );
}
