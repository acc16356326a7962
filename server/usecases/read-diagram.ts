import { isRejection, type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import type { CaseInstanceRow, CaseRow } from './ports/case-rows.ts';
import type { DiagramSource } from './ports/process-catalog.ts';
import type { Transaction } from './ports/records.ts';
import { visibleCase } from './read-case.ts';

/** Where a case is and was in the picture of its procedure. */
export interface DiagramPage {
  readonly xml: string;
  readonly bpmnProcessId: string;
  readonly definitionVersion: number;
  readonly processes: { bpmnProcessId: string; name: string }[];
  readonly elements: ElementMark[];
}

interface ElementMark {
  readonly elementId: string;
  readonly state: 'active' | 'done' | 'incident';
  readonly enteredAt: string;
  readonly leftAt: string | null;
  readonly count: number;
}

interface Visit {
  readonly elementId: string;
  readonly bpmnProcessId: string;
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
}

/** The diagram of a case; of a called process when its id is given. */
export async function readDiagram(
  deps: Deps,
  actor: Actor,
  asked: { readonly caseId: string; readonly process?: string | undefined },
): Promise<DiagramPage | Rejection> {
  return deps.records.transaction(async (tx) => {
    const caseRow = await visibleCase(tx, deps, actor, asked.caseId);
    if (isRejection(caseRow)) return caseRow;
    const diagrams = deps.processes.diagrams(caseRow.processKey);
    const chosen = asked.process || caseRow.processKey;
    const diagram = diagrams.find(({ bpmnProcessId }) => bpmnProcessId === chosen);
    if (diagram === undefined) {
      return reject('not_found', '没有这张流程图。', `Expected process '${chosen}'`);
    }
    const instances = await tx.find('CaseInstance', { caseId: caseRow.id });
    const version = instances.find((one) => one.bpmnProcessId === chosen)?.definitionVersion;
    const visits = stillWaiting(caseRow, await visitsOf(tx, caseRow, instances));
    return {
      xml: diagram.xml,
      bpmnProcessId: diagram.bpmnProcessId,
      definitionVersion: version ?? deps.processes.version(caseRow.processKey),
      processes: diagrams.map(({ bpmnProcessId, name }) => ({ bpmnProcessId, name })),
      elements: marksOf(diagram, visits),
    };
  });
}

// Only jobs are known outside the engine; gateways and flows between them follow from the picture.
async function visitsOf(
  tx: Transaction,
  caseRow: CaseRow,
  instances: readonly CaseInstanceRow[],
): Promise<Visit[]> {
  const processes = new Map(
    instances.map((one) => [one.processInstanceKey, one.bpmnProcessId] as const),
  );
  const tasks = await tx.find('Task', { caseId: caseRow.id });
  const jobs = await tx.find('HandledJob', { caseId: caseRow.id });
  return [
    ...tasks.map((task) => ({
      elementId: task.elementId,
      bpmnProcessId: processes.get(task.processInstanceKey) ?? '',
      enteredAt: task.createdAt,
      leftAt: task.completedAt,
    })),
    ...jobs.map((job) => ({
      elementId: job.elementId ?? '',
      bpmnProcessId: job.bpmnProcessId ?? '',
      enteredAt: job.handledAt,
      leftAt: job.handledAt,
    })),
  ];
}

// When no job is open the case waits at an event right behind its newest step.
function stillWaiting(caseRow: CaseRow, visits: readonly Visit[]): readonly Visit[] {
  const newest = newestOf(visits);
  const isWaiting = caseRow.closedAt === null && visits.every(({ leftAt }) => leftAt !== null);
  if (newest === undefined || !isWaiting) return visits;
  return visits.map((visit) => (visit === newest ? { ...visit, leftAt: null } : visit));
}

function newestOf(visits: readonly Visit[]): Visit | undefined {
  return visits.reduce<Visit | undefined>(
    (newest, visit) =>
      newest === undefined || visit.enteredAt > newest.enteredAt ? visit : newest,
    undefined,
  );
}

function marksOf(diagram: DiagramSource, visits: readonly Visit[]): ElementMark[] {
  const own = visits.filter((visit) => visit.bpmnProcessId === diagram.bpmnProcessId);
  const called = diagram.calls.flatMap(({ elementId, bpmnProcessId }) =>
    callVisit(
      elementId,
      visits.filter((visit) => visit.bpmnProcessId === bpmnProcessId),
    ),
  );
  const groups = new Map<string, Visit[]>();
  for (const visit of [...own, ...called]) {
    groups.set(visit.elementId, [...(groups.get(visit.elementId) ?? []), visit]);
  }
  return [...groups].map(([elementId, group]) => markOf(elementId, group));
}

// A call activity is active while something in the called process is.
function callVisit(elementId: string, inner: readonly Visit[]): Visit[] {
  const [first] = inner;
  if (first === undefined) return [];
  const isActive = inner.some(({ leftAt }) => leftAt === null);
  const last = inner.reduce((a, b) => (a.enteredAt > b.enteredAt ? a : b));
  return [{ ...first, elementId, leftAt: isActive ? null : last.leftAt }];
}

function markOf(elementId: string, visits: readonly Visit[]): ElementMark {
  const newest = newestOf(visits);
  const isActive = visits.some(({ leftAt }) => leftAt === null);
  return {
    elementId,
    state: isActive ? 'active' : 'done',
    enteredAt: (newest?.enteredAt ?? new Date(0)).toISOString(),
    leftAt: isActive ? null : (newest?.leftAt?.toISOString() ?? null),
    count: visits.length,
  };
}
