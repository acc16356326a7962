import { dateAt } from '../domain/calendar/calendar-date.ts';
import { extendClock } from '../domain/deadline/extend-clock.ts';
import { isRejection, type Rejection } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import { loadCalendar } from './calendar.ts';
import { loadClock, writeClockEvent } from './case-clock.ts';
import type { Deps } from './deps.ts';
import { loadParameters } from './parameters.ts';
import { placesOf } from './places-of.ts';
import type { Actor } from './ports/access.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { visibleCase } from './read-case.ts';
import { rightOf } from './steer-case.ts';

const DAYS_PARAMETER = 'extendDays';

/**
 * Extends the limit of a case once, with a reason that the applicant can read: by the days of the
 * parameter, or by fewer.
 */
export async function extendCase(
  deps: Deps,
  actor: Actor,
  input: { readonly caseId: string; readonly reason: string; readonly days?: number | undefined },
): Promise<Rejection | undefined> {
  const { caseId, reason } = input;
  const at = deps.clock.now();
  return deps.records.transaction(async (tx) => {
    const caseRow = await visibleCase(tx, deps, actor, caseId);
    if (isRejection(caseRow)) return caseRow;
    const right = await rightOf(tx, deps, actor, { caseRow, act: 'extend' });
    if ('refused' in right) return right.refused;
    const { clock } = await loadClock(tx, caseId);
    const calendar = await loadCalendar(tx);
    const byMax = await daysMax(tx, deps, caseRow);
    const days = input.days ?? byMax;
    const event = extendClock(clock, { at, by: days, byMax, reason }, calendar);
    if (isRejection(event)) return event;
    await writeClockEvent(tx, caseId, event);
    const object = `proc:${caseRow.processKey}`;
    const purpose = reason.slice(0, 300);
    const facts = { action: 'case.extended', object, caseId, purpose, detail: { days } };
    tx.audit(auditOf(new Date(at), actor, right.capacity, facts));
    return undefined;
  });
}

async function daysMax(tx: Transaction, deps: Deps, caseRow: CaseRow): Promise<number> {
  const process = deps.processes.process(caseRow.processKey);
  if (process === undefined) return 0;
  const today = dateAt(deps.clock.now());
  const parameters = await loadParameters(tx, process, placesOf(caseRow), today);
  return Number(parameters[DAYS_PARAMETER] ?? 0);
}
