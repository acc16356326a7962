import type { Router } from 'express';
import { isRejection, type Rejection } from '../domain/rejection.ts';
import { loadCalendar } from '../usecases/calendar.ts';
import { type CaseHead, caseHeads } from '../usecases/case-head.ts';
import type { Deps } from '../usecases/deps.ts';
import { extendCase } from '../usecases/extend-case.ts';
import { listCases } from '../usecases/list-cases.ts';
import { objectToCase } from '../usecases/object-to-case.ts';
import type { Actor } from '../usecases/ports/access.ts';
import { NO_CASE, readCase, visibleCase } from '../usecases/read-case.ts';
import { readDiagram } from '../usecases/read-diagram.ts';
import { reportFraud } from '../usecases/report-fraud.ts';
import { steerCase } from '../usecases/steer-case.ts';
import { CASE_OPERATIONS } from '../usecases/what-may-be-done.ts';
import { withdrawCase } from '../usecases/withdraw-case.ts';
import * as contract from './contract/cases.ts';
import { mount } from './mount.ts';

/** Cases as the offices see them, and the operations on a whole case. */
export function mountCases(router: Router, deps: Deps): void {
  mount(router, deps, contract.listCases, async ({ actor, query }) =>
    actor === null ? undefined : listCases(deps, actor, query),
  );
  mount(router, deps, contract.readCase, async ({ actor, params }) =>
    actor === null ? undefined : readCase(deps, actor, params.id),
  );
  mount(router, deps, contract.readDiagram, async ({ actor, params, query }) =>
    actor === null
      ? undefined
      : readDiagram(deps, actor, { caseId: params.id, process: query.process }),
  );
  mountOperations(router, deps);
}

function mountOperations(router: Router, deps: Deps): void {
  mount(router, deps, contract.withdrawCase, ({ actor, params, body }) =>
    operate(deps, actor, params.id, (by) =>
      withdrawCase(deps, by, { caseId: params.id, reason: body.reason }),
    ),
  );
  mount(router, deps, contract.terminateCase, ({ actor, params, body }) =>
    operate(deps, actor, params.id, (by) =>
      steerCase(deps, by, {
        caseId: params.id,
        act: CASE_OPERATIONS.terminate,
        message: 'case.terminated',
        reason: body.reason,
        variables: { terminationReason: body.reason },
      }),
    ),
  );
  mount(router, deps, contract.endEmergency, ({ actor, params, body }) =>
    operate(deps, actor, params.id, (by) =>
      steerCase(deps, by, {
        caseId: params.id,
        act: CASE_OPERATIONS['end-emergency'],
        message: 'emergency.ended',
        reason: body.reason,
        variables: {},
      }),
    ),
  );
  mount(router, deps, contract.extendCase, ({ actor, params, body }) =>
    operate(deps, actor, params.id, (by) => extendCase(deps, by, { caseId: params.id, ...body })),
  );
  mount(router, deps, contract.reportFraud, ({ actor, params, body }) =>
    operate(deps, actor, params.id, (by) => reportFraud(deps, by, { caseId: params.id, ...body })),
  );
  mount(router, deps, contract.objectToCase, ({ actor, params, body }) =>
    operate(deps, actor, params.id, (by) => objectToCase(deps, by, { caseId: params.id, ...body })),
  );
}

// Every operation is refused for a case that the person may not see, and answers its new head.
async function operate(
  deps: Deps,
  actor: Actor | null,
  caseId: string,
  work: (actor: Actor) => Promise<Rejection | undefined>,
): Promise<CaseHead | Rejection | undefined> {
  if (actor === null) return undefined;
  const seen = await deps.records.transaction((tx) => visibleCase(tx, deps, actor, caseId));
  if (isRejection(seen)) return seen;
  const refused = await work(actor);
  if (refused !== undefined) return refused;
  return deps.records.transaction(async (tx) => {
    const caseRow = await tx.one('CaseFile', { id: caseId });
    if (caseRow === undefined) return NO_CASE;
    const [head] = await caseHeads(tx, deps, [caseRow], await loadCalendar(tx));
    return head ?? NO_CASE;
  });
}
