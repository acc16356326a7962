import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { CaseClock, ClockEvent } from './case-clock.ts';
import { deadlineOf } from './deadline.ts';

/** What an extension needs: who asks has already been checked. */
export interface ExtensionRequest {
  readonly at: number;
  readonly by: number;
  readonly byMax: number;
  readonly reason: string;
}

/** Extends a limit: once, before it has run out, by no more than allowed, and with a reason. */
export function extendClock(
  clock: CaseClock,
  request: ExtensionRequest,
  calendar: WorkingCalendar,
): ClockEvent | Rejection {
  const fault = faultOf(clock, request, calendar);
  if (fault !== undefined) return fault;
  const unit = clock.limit?.unit ?? 'WD';
  const limit = { count: request.by, unit };
  return { kind: 'extended', at: request.at, reason: request.reason.trim(), limit };
}

function faultOf(
  clock: CaseClock,
  { at, by, byMax, reason }: ExtensionRequest,
  calendar: WorkingCalendar,
): Rejection | undefined {
  const deadline = deadlineOf(clock, calendar);
  if (clock.state !== 'running' || deadline === undefined) {
    return reject(
      'invalid_state',
      '期限没有在计算中,不能延长。',
      `Expected a running clock, but it is ${clock.state}`,
    );
  }
  if (clock.extension !== null) {
    return reject(
      'invalid_state',
      '期限只能延长一次。',
      'Expected no extension before, but one is',
    );
  }
  if (at > deadline.dueAt) {
    return reject(
      'invalid_state',
      `期限已于 ${deadline.dueDate} 届满,不能再延长。`,
      `Expected a time before the deadline, but it passed on ${deadline.dueDate}`,
    );
  }
  if (!Number.isInteger(by) || by < 1 || by > byMax) {
    return reject(
      'invalid_argument',
      `延长天数应为 1 至 ${byMax}。`,
      `Expected an extension from 1 to ${byMax}, but got ${by}`,
    );
  }
  if (reason.trim() === '') {
    return reject('invalid_argument', '请写明延长期限的理由。', 'Expected a reason, but got none');
  }
  return undefined;
}
