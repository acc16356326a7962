import type { Deps } from './deps.ts';
import type { Actor, Verdict } from './ports/access.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { ProcessInfo } from './ports/process-catalog.ts';
import type { Transaction } from './ports/records.ts';
import { accessContext, stepObject } from './task-access.ts';

/** The entry point by which fraud is reported. */
export const RECOVERY_ENTRY = 'recoveryReported';

/** Whether a person holds the office that reports fraud, whatever the state of the case. */
export async function mayReportFraud(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  caseRow: CaseRow,
): Promise<Verdict> {
  const { unitCode, processKey } = caseRow;
  const context = await accessContext(tx, deps, caseRow);
  const object = stepObject(processKey, RECOVERY_ENTRY);
  return deps.access.may(actor, { act: 'investigate', object, unitCode, context });
}

/** The message that carries a report of fraud in the present state of a case. */
export function recoveryMessage(
  process: ProcessInfo | undefined,
  { state, outcome }: CaseRow,
): string | undefined {
  const start = process?.entryPoints.find(({ id }) => id === RECOVERY_ENTRY)?.message;
  const mayHear = (name: string | undefined): boolean =>
    process?.messages.some((one) => one.name === name && one.states.includes(state)) ?? false;
  if (mayHear(start)) return outcome === 'granted' ? start : undefined;
  return mayHear('recovery') ? 'recovery' : undefined;
}
