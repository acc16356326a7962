import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import type { Transaction } from './ports/records.ts';

/** Whether a member of staff may see a case: by the rules, or because a task of it is theirs. */
export async function mayReadCase(
  tx: Transaction,
  deps: Deps,
  actor: Actor,
  caseId: string,
): Promise<boolean> {
  const visible = deps.access.visibleCases(actor);
  const pairs = actor.capacities.map((one) => `${one.positionCode}@${one.unitCode}`);
  const rows = await tx.query<{ id: string }>(
    `select c.id from case_file c where c.id = ? and (${visible.sql}
       or c.created_by = ?
       or exists (select 1 from task t join task_candidate tc on tc.task_id = t.id
         where t.case_id = c.id and tc.position_code || '@' || tc.unit_code = any(?)))`,
    [caseId, ...visible.parameters, actor.userId, pairs],
  );
  return rows.length > 0;
}
