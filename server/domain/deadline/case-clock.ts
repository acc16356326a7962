import { type Rejection, reject } from '../rejection.ts';
import type { Limit } from './limit.ts';

/** Whether the legal clock of a case runs. */
export type ClockState = 'idle' | 'running' | 'stopped' | 'ended';

/** What can happen to the legal clock of a case. */
export type ClockEventKind =
  | 'started'
  | 'stopped'
  | 'resumed'
  | 'extended'
  | 'recalculated'
  | 'ended';

/** Something that happened to the clock; the deadline follows from the events alone. */
export interface ClockEvent {
  readonly kind: ClockEventKind;
  readonly at: number;
  readonly reason?: string | null;
  /** The limit of a start, or by how much an extension lengthens it. */
  readonly limit?: Limit | null;
}

/** A time in which the clock stood still; an open one has no end yet. */
export interface StopSpan {
  readonly from: number;
  readonly to: number | null;
  readonly reason: string;
}

/** The clock of a case, as its events made it. */
export interface CaseClock {
  readonly state: ClockState;
  readonly startedAt: number | null;
  readonly limit: Limit | null;
  readonly spans: readonly StopSpan[];
  readonly extension: { readonly at: number; readonly by: number; readonly reason: string } | null;
  readonly endedAt: number | null;
  readonly recalculations: readonly { readonly at: number; readonly reason: string }[];
}

/** A clock that was never started. */
export const IDLE_CLOCK: CaseClock = {
  state: 'idle',
  startedAt: null,
  limit: null,
  spans: [],
  extension: null,
  endedAt: null,
  recalculations: [],
};

/** The clock after all its events; a second start begins a new limit. */
export function foldClock(events: readonly ClockEvent[]): CaseClock {
  return events.reduce(applyClockEvent, IDLE_CLOCK);
}

/** The clock after one more event. */
export function applyClockEvent(clock: CaseClock, event: ClockEvent): CaseClock {
  const reason = event.reason ?? '';
  switch (event.kind) {
    case 'started':
      return { ...IDLE_CLOCK, state: 'running', startedAt: event.at, limit: event.limit ?? null };
    case 'stopped': {
      const span = { from: event.at, to: null, reason };
      return { ...clock, state: 'stopped', spans: [...clock.spans, span] };
    }
    case 'resumed':
      return { ...clock, state: 'running', spans: closed(clock.spans, event.at) };
    case 'extended': {
      const extension = { at: event.at, by: event.limit?.count ?? 0, reason };
      return { ...clock, extension };
    }
    case 'recalculated': {
      const recalculations = [...clock.recalculations, { at: event.at, reason }];
      return { ...clock, recalculations };
    }
    case 'ended': {
      const spans = closed(clock.spans, event.at);
      return { ...clock, state: 'ended', spans, endedAt: event.at };
    }
    default:
      return event.kind satisfies never;
  }
}

/** Starts the clock with a limit. */
export function startClock(clock: CaseClock, at: number, limit: Limit): ClockEvent | Rejection {
  if (clock.state === 'idle' || clock.state === 'ended') return { kind: 'started', at, limit };
  return reject(
    'invalid_state',
    '期限已经开始计算,不能重复开始。',
    `Expected a clock that is idle or ended, but it is ${clock.state}`,
  );
}

/** Stops the clock for a supplement or a special procedure. */
export function stopClock(clock: CaseClock, at: number, reason: string): ClockEvent | Rejection {
  if (clock.state === 'running') return { kind: 'stopped', at, reason };
  return reject(
    'invalid_state',
    '期限没有在计算中,不能暂停。',
    `Expected a running clock, but it is ${clock.state}`,
  );
}

/** Lets a stopped clock run on. */
export function resumeClock(clock: CaseClock, at: number): ClockEvent | Rejection {
  if (clock.state === 'stopped') return { kind: 'resumed', at };
  return reject(
    'invalid_state',
    '期限没有暂停,不能恢复。',
    `Expected a stopped clock, but it is ${clock.state}`,
  );
}

/** Ends the clock: the decision has been made. */
export function endClock(clock: CaseClock, at: number): ClockEvent | Rejection {
  if (clock.state === 'running' || clock.state === 'stopped') return { kind: 'ended', at };
  return reject(
    'invalid_state',
    '期限没有在计算中,不能结束。',
    `Expected a running or stopped clock, but it is ${clock.state}`,
  );
}

function closed(spans: readonly StopSpan[], at: number): readonly StopSpan[] {
  return spans.map((span) => (span.to === null ? { ...span, to: at } : span));
}
