import { dateAt } from '../../domain/calendar/calendar-date.ts';
import { type CaseState, isCaseState, mayBecome } from '../../domain/case/case-state.ts';
import { isRejection } from '../../domain/rejection.ts';
import { type ClockMove, moveClock } from '../../usecases/case-clock.ts';
import type { ServiceWork } from '../../usecases/handle-service-job.ts';
import { limitNamed, loadParameters } from '../../usecases/parameters.ts';
import { placesOf } from '../../usecases/places-of.ts';
import type { CaseRow } from '../../usecases/ports/case-rows.ts';

const TOTAL_LIMIT = 'townTotalDays';

type Job = Parameters<ServiceWork>[2];

/** `case.update`: moves the state, the public stage, the flags and the clock of a case. */
export const caseUpdate: ServiceWork = async (tx, deps, job) => {
  const { caseRow, headers, at } = job;
  await tx.update('CaseFile', { id: caseRow.id }, changesOf(job));
  const move = await clockMove(tx, deps, job);
  if (move === undefined) return {};
  const refused = await moveClock(tx, caseRow.id, move, at.getTime());
  // A model may stop a clock that never ran; that says nothing about the case.
  if (isRejection(refused) && headers.clock === 'start') throw new Error(refused.messageEn);
  return {};
};

/** What the headers of a job change on the row of the case. */
export function changesOf({ caseRow, headers, at }: Job): Partial<CaseRow> {
  const state = stateOf(caseRow, headers.state);
  const outcome = headers.outcome as CaseRow['outcome'] | undefined;
  const flags = (headers.flag ?? '').split(',').filter((flag) => flag !== '');
  return {
    ...(state === undefined ? {} : { state }),
    ...(headers.publicStage === undefined ? {} : { publicStage: headers.publicStage }),
    ...(headers.track === undefined ? {} : { track: headers.track }),
    ...(headers.fund === undefined ? {} : { fund: headers.fund }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(flags.length === 0 ? {} : { flags: [...new Set([...caseRow.flags, ...flags])] }),
    ...(state === 'accepted' && caseRow.acceptedAt === null ? { acceptedAt: at } : {}),
    ...(state === 'decided_yes' || state === 'decided_no' ? { decidedAt: at } : {}),
  };
}

function stateOf(caseRow: CaseRow, wanted: string | undefined): CaseState | undefined {
  if (wanted === undefined) return undefined;
  // Later steps of a case that was revoked leave it revoked.
  if (caseRow.state === 'revoked') return undefined;
  if (!isCaseState(wanted)) throw new Error(`Expected a state of a case, but got '${wanted}'`);
  if (mayBecome(caseRow.state, wanted)) return wanted;
  throw new Error(`Expected case '${caseRow.id}' to become ${wanted}, but it is ${caseRow.state}`);
}

async function clockMove(
  ...[tx, deps, { caseRow, headers, at }]: Parameters<ServiceWork>
): Promise<ClockMove | undefined> {
  switch (headers.clock) {
    case undefined:
      return undefined;
    case 'start': {
      const process = deps.processes.process(caseRow.processKey);
      if (process === undefined) return undefined;
      const today = dateAt(at.getTime());
      const parameters = await loadParameters(tx, process, placesOf(caseRow), today);
      const limit = limitNamed(process, parameters, headers.slaKey ?? TOTAL_LIMIT);
      return limit === undefined ? undefined : { kind: 'start', limit };
    }
    case 'stop':
      return { kind: 'stop', reason: headers.reason ?? '补正材料' };
    case 'resume':
      return { kind: 'resume' };
    case 'end':
      return { kind: 'end' };
    default:
      throw new Error(`Expected a move of the clock, but got '${headers.clock}'`);
  }
}
