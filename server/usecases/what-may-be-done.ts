import { isDecided } from '../domain/case/case-state.ts';
import { loadClock } from './case-clock.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { mayReportFraud, recoveryMessage } from './recovery-right.ts';
import { rightOf } from './steer-case.ts';

/** The acts of each operation on a whole case. */
export const CASE_OPERATIONS = {
  withdraw: 'accept',
  terminate: 'accept',
  extend: 'extend',
  'end-emergency': 'accept',
} as const;

/** What a person may do with a whole case now, for the buttons of its page. */
export async function whatMayBeDone(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  caseRow: CaseRow,
): Promise<string[]> {
  const process = deps.processes.process(caseRow.processKey);
  const withdraw = process?.messages.find(({ name }) => name === 'withdraw');
  const isOpen = !isDecided(caseRow.state);
  const fits: Readonly<Record<string, boolean>> = {
    withdraw: withdraw?.states.includes(caseRow.state) ?? false,
    terminate: isOpen,
    extend: await mayBeExtended(tx, deps, caseRow),
    'end-emergency': isOpen && caseRow.emergency,
  };
  const may: string[] = [];
  for (const [operation, act] of Object.entries(CASE_OPERATIONS)) {
    if (!fits[operation]) continue;
    const right = await rightOf(tx, deps, actor, { caseRow, act });
    if (!('refused' in right)) may.push(operation);
  }
  if (recoveryMessage(process, caseRow) !== undefined) {
    const verdict = await mayReportFraud(tx, deps, actor, caseRow);
    if (verdict.allowed) may.push('recovery');
  }
  const posted = await tx.one('Publicity', { caseId: caseRow.id, closedAt: null });
  return posted === undefined ? may : [...may, 'objection'];
}

async function mayBeExtended(tx: Transaction, deps: Deps, caseRow: CaseRow): Promise<boolean> {
  if (caseRow.clockState !== 'running' || caseRow.dueAt === null) return false;
  const { clock } = await loadClock(tx, caseRow.id);
  return clock.extension === null && deps.clock.now() <= caseRow.dueAt.getTime();
}
