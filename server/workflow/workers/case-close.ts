import {
  type CaseOutcome,
  type CaseState,
  isCaseState,
  mayBecome,
} from '../../domain/case/case-state.ts';
import { moveClock } from '../../usecases/case-clock.ts';
import type { ServiceWork } from '../../usecases/handle-service-job.ts';

const END_STATES: Readonly<Record<CaseOutcome, CaseState>> = {
  granted: 'closed',
  refused: 'closed',
  withdrawn: 'withdrawn',
  ended: 'terminated',
};

/** `case.close`: the case is over; its clock ends and the outcome is shown. */
export const caseClose: ServiceWork = async (tx, _, { caseRow, headers, at }) => {
  const outcome = (headers.outcome as CaseOutcome | undefined) ?? caseRow.outcome ?? 'ended';
  const named = headers.state;
  const wanted = named !== undefined && isCaseState(named) ? named : END_STATES[outcome];
  const state = mayBecome(caseRow.state, wanted) ? wanted : 'closed';
  if (caseRow.clockState === 'running' || caseRow.clockState === 'stopped') {
    await moveClock(tx, caseRow.id, { kind: 'end' }, at.getTime());
  }
  await tx.update(
    'CaseFile',
    { id: caseRow.id },
    {
      state,
      outcome,
      publicStage: 'result',
      closedAt: at,
      decidedAt: caseRow.decidedAt ?? at,
    },
  );
  await tx.update('CaseInstance', { caseId: caseRow.id, endedAt: null }, { endedAt: at });
  return { caseOutcome: outcome };
};
