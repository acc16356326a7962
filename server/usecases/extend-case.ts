import { extendClock } from '../domain/deadline/extend-clock.ts';
import { isRejection, type Rejection } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import { loadCalendar } from './calendar.ts';
import { loadClock, writeClockEvent } from './case-clock.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import { visibleCase } from './read-case.ts';
import { rightOf } from './steer-case.ts';

const DAYS_MAX = 10;

/** Extends the limit of a case once, with a reason that the applicant can read. */
export async function extendCase(
  deps: Deps,
  actor: Actor,
  input: { readonly caseId: string; readonly reason: string; readonly days: number },
): Promise<Rejection | undefined> {
  const { caseId, reason, days } = input;
  const at = deps.clock.now();
  return deps.records.transaction(async (tx) => {
    const caseRow = await visibleCase(tx, deps, actor, caseId);
    if (isRejection(caseRow)) return caseRow;
    const right = await rightOf(tx, deps, actor, { caseRow, act: 'extend' });
    if ('refused' in right) return right.refused;
    const { clock } = await loadClock(tx, caseId);
    const calendar = await loadCalendar(tx);
    const event = extendClock(clock, { at, by: days, byMax: DAYS_MAX, reason }, calendar);
    if (isRejection(event)) return event;
    await writeClockEvent(tx, caseId, event);
    const object = `proc:${caseRow.processKey}`;
    const facts = { action: 'case.extended', object, caseId, detail: { days } };
    tx.audit(auditOf(new Date(at), actor, right.capacity, facts));
    return undefined;
  });
}
