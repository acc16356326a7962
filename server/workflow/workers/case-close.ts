import {
  type CaseOutcome,
  type CaseState,
  isCaseState,
  mayBecome,
} from '../../domain/case/case-state.ts';
import { moveClock } from '../../usecases/case-clock.ts';
import type { ServiceWork } from '../../usecases/handle-service-job.ts';
import type { CaseRow } from '../../usecases/ports/case-rows.ts';

const END_STATES: Readonly<Record<CaseOutcome, CaseState>> = {
  granted: 'closed',
  refused: 'closed',
  withdrawn: 'withdrawn',
  ended: 'terminated',
};

/** `case.close`: the case is over; its clock ends and the outcome is shown. */
export const caseClose: ServiceWork = async (tx, _, { caseRow, headers, at }) => {
  const { state, outcome } = endOf(caseRow, headers);
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

// The model names the state and the outcome. A case that was revoked meanwhile stays so.
function endOf(
  caseRow: CaseRow,
  headers: Readonly<Record<string, string>>,
): { state: CaseState; outcome: CaseOutcome } {
  if (caseRow.state === 'revoked') {
    return { state: caseRow.state, outcome: caseRow.outcome ?? 'ended' };
  }
  const outcome = outcomeOf(headers.outcome) ?? caseRow.outcome ?? 'ended';
  const state = headers.state ?? END_STATES[outcome];
  if (isCaseState(state) && mayBecome(caseRow.state, state)) return { state, outcome };
  throw new Error(`Expected case '${caseRow.id}' to end as ${state}, but it is ${caseRow.state}`);
}

function outcomeOf(name: string | undefined): CaseOutcome | undefined {
  if (name === undefined) return undefined;
  if (Object.hasOwn(END_STATES, name)) return name as CaseOutcome;
  throw new Error(`Expected an outcome of a case, but got '${name}'`);
}
