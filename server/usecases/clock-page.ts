import { explainClock } from '../domain/deadline/clock-explanation.ts';
import { deadlineOf } from '../domain/deadline/deadline.ts';
import { loadCalendar } from './calendar.ts';
import { loadClock } from './case-clock.ts';
import type { Transaction } from './ports/records.ts';

/** The legal clock of a case, explained span by span. */
export interface CaseClockPage {
  readonly state: string;
  readonly dueAt: string | null;
  readonly spans: {
    kind: 'running' | 'stopped';
    from: string;
    to: string | null;
    reason: string;
  }[];
  readonly explanation: string;
}

/** Explains the clock of a case so that anybody can count it again. */
export async function clockPage(tx: Transaction, caseId: string): Promise<CaseClockPage> {
  const calendar = await loadCalendar(tx);
  const { clock } = await loadClock(tx, caseId);
  const deadline = deadlineOf(clock, calendar);
  const spans = clock.spans.map(({ from, to, reason }) => ({
    kind: 'stopped' as const,
    from: iso(from),
    to: to === null ? null : iso(to),
    reason,
  }));
  return {
    state: clock.state,
    dueAt: deadline === undefined ? null : iso(deadline.dueAt),
    spans: clock.startedAt === null ? spans : [...runningSpans(clock), ...spans].sort(byStart),
    explanation: explainClock(clock, calendar)
      .map(({ zh }) => zh)
      .join('\n'),
  };
}

type Clock = Awaited<ReturnType<typeof loadClock>>['clock'];

// The clock runs from its start to the first stop, and from each resumption to the next stop.
function runningSpans(clock: Clock): CaseClockPage['spans'] {
  const starts = [clock.startedAt, ...clock.spans.map(({ to }) => to)];
  const ends = [...clock.spans.map(({ from }) => from), clock.endedAt];
  return starts.flatMap((from, at) => {
    if (from === null) return [];
    const to = ends[at] ?? null;
    return [{ kind: 'running', from: iso(from), to: to === null ? null : iso(to), reason: '' }];
  });
}

function byStart(a: { from: string }, b: { from: string }): number {
  return a.from.localeCompare(b.from);
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
