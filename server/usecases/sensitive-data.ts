import type { ShownClasses } from '../domain/identity/mask-sensitive.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import type { CaseRow } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { accessContext } from './task-access.ts';

/**
 * What a reader sees in full of the forms of a case: nothing personal without a task of the case in
 * hand, and highly sensitive fields only in an office that the rules let see them.
 */
export async function shownClasses(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  caseRow: CaseRow,
): Promise<ShownClasses> {
  const own = { caseId: caseRow.id, assigneeId: actor.userId, state: 'claimed' } as const;
  if ((await tx.one('Task', own)) === undefined) return 'none';
  const context = await accessContext(tx, deps, caseRow);
  const request = { act: 'view-sensitive', object: 'data:person.L4', unitCode: caseRow.unitCode };
  return deps.access.may(actor, { ...request, context }).allowed ? 'all' : 'personal';
}

/** Writes down that personal data was shown in full, and for what. */
export function noteReveal(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  reveal: { readonly caseRow: CaseRow; readonly shown: ShownClasses; readonly purpose: string },
): void {
  const { caseRow, shown, purpose } = reveal;
  if (shown === 'none') return;
  const object = shown === 'all' ? 'data:person.L4' : 'data:person.L3';
  const facts = { action: 'data.revealed', object, caseId: caseRow.id, purpose };
  tx.audit(auditOf(new Date(deps.clock.now()), actor, null, facts));
}
