import { randomUUID } from 'node:crypto';
import {
  type CaseClock,
  type ClockEvent,
  endClock,
  foldClock,
  resumeClock,
  startClock,
  stopClock,
} from '../domain/deadline/case-clock.ts';
import { deadlineOf } from '../domain/deadline/deadline.ts';
import type { Limit } from '../domain/deadline/limit.ts';
import { isRejection, type Rejection } from '../domain/rejection.ts';
import { loadCalendar } from './calendar.ts';
import type { ClockEventRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';

/** What shall happen to the clock of a case. */
export type ClockMove =
  | { readonly kind: 'start'; readonly limit: Limit }
  | { readonly kind: 'stop'; readonly reason: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'end' };

/** The clock of a case, and the events that made it. */
export async function loadClock(
  tx: Transaction,
  caseId: string,
): Promise<{ clock: CaseClock; events: readonly ClockEvent[] }> {
  const rows = await tx.find('ClockEvent', { caseId }, { orderBy: { at: 'asc' } });
  const events = rows.map(eventOf);
  return { clock: foldClock(events), events };
}

/** Moves the clock of a case; the row of the case shows the new deadline. */
export async function moveClock(
  tx: Transaction,
  caseId: string,
  move: ClockMove,
  at: number,
): Promise<Rejection | undefined> {
  const { clock } = await loadClock(tx, caseId);
  const event = eventFor(clock, move, at);
  return isRejection(event) ? event : writeClockEvent(tx, caseId, event);
}

/** Writes an event of the clock and the deadline that follows from it. */
export async function writeClockEvent(
  tx: Transaction,
  caseId: string,
  event: ClockEvent,
): Promise<undefined> {
  const calendar = await loadCalendar(tx);
  const { events } = await loadClock(tx, caseId);
  const clock = foldClock([...events, event]);
  const deadline = deadlineOf(clock, calendar);
  const dueAt = deadline === undefined ? null : new Date(deadline.dueAt);
  await tx.insert('ClockEvent', {
    id: randomUUID(),
    caseId,
    kind: event.kind,
    at: new Date(event.at),
    reason: event.reason ?? null,
    limitCount: event.limit?.count ?? null,
    limitUnit: event.limit?.unit ?? null,
    calendarVersion: calendar.version,
    provisional: deadline?.isProvisional ?? false,
    dueAt,
  });
  await tx.update('CaseFile', { id: caseId }, { clockState: clock.state, dueAt });
}

function eventFor(clock: CaseClock, move: ClockMove, at: number): ClockEvent | Rejection {
  switch (move.kind) {
    case 'start':
      return startClock(clock, at, move.limit);
    case 'stop':
      return stopClock(clock, at, move.reason);
    case 'resume':
      return resumeClock(clock, at);
    case 'end':
      return endClock(clock, at);
    default:
      return move satisfies never;
  }
}

function eventOf(row: ClockEventRow): ClockEvent {
  const hasLimit = row.limitCount !== null && row.limitUnit !== null;
  return {
    kind: row.kind,
    at: row.at.getTime(),
    reason: row.reason,
    limit: hasLimit ? { count: row.limitCount, unit: row.limitUnit } : null,
  };
}
