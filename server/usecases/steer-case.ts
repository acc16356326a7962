import { isDecided } from '../domain/case/case-state.ts';
import { type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { enqueue } from './outbox.ts';
import type { Actor, Capacity } from './ports/access.ts';
import type { CaseRow, JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';
import { accessContext } from './task-access.ts';

/** A message to the process of a case that moves it from outside its tasks. */
export interface CaseSteering {
  readonly caseId: string;
  /** The act that the office must be allowed; the applicant needs none for an own case. */
  readonly act: string;
  readonly message: string;
  readonly reason: string;
  readonly variables: JsonRecord;
}

/** Publishes a message about a case, once for each kind, with its reason in the audit trail. */
export async function steerCase(
  deps: Deps,
  actor: Actor | null,
  steering: CaseSteering,
): Promise<Rejection | undefined> {
  const { caseId, message, reason, variables } = steering;
  return deps.records.transaction(async (tx) => {
    const caseRow = await tx.one('CaseFile', { id: caseId }, { lock: true });
    if (caseRow === undefined) return NO_CASE;
    if (isDecided(caseRow.state)) return DECIDED;
    const right = await rightOf(tx, deps, actor, { caseRow, act: steering.act });
    if ('refused' in right) return right.refused;
    const key = `${message}:${caseId}`;
    if ((await tx.one('Outbox', { key })) !== undefined) return ALREADY;
    await enqueue(tx, deps, key, {
      kind: 'publish_message',
      name: message,
      correlationKey: caseId,
      variables,
      caseId,
    });
    const at = new Date(deps.clock.now());
    const object = `proc:${caseRow.processKey}`;
    const facts = { action: `case.${message}`, object, caseId, purpose: reason.slice(0, 300) };
    tx.audit(auditOf(at, actor, right.capacity, facts));
    return undefined;
  });
}

/** The capacity in which somebody may do an act on a whole case. */
export async function rightOf(
  tx: Transaction,
  deps: Deps,
  actor: Actor | null,
  { caseRow, act }: { readonly caseRow: CaseRow; readonly act: string },
): Promise<{ capacity: Capacity | null } | { refused: Rejection }> {
  if (actor === null) return { capacity: null };
  const context = await accessContext(tx, deps, caseRow);
  const { unitCode, processKey } = caseRow;
  for (const object of [`proc:${processKey}`, `proc:${processKey}/step:accept`]) {
    const verdict = deps.access.may(actor, { act, object, unitCode, context });
    if (verdict.allowed) return { capacity: verdict.capacity };
  }
  return { refused: NOT_ALLOWED };
}

const NO_CASE = reject('not_found', '没有这个办件。', 'Expected the case to exist');
const DECIDED = reject(
  'invalid_state',
  '已经作出决定或已经办结，不能再这样处理。',
  'Expected a case before its decision',
);
const ALREADY = reject(
  'already_exists',
  '已经提交过，正在处理，请稍候刷新。',
  'The same request was made before',
);
const NOT_ALLOWED = reject(
  'forbidden',
  '您的岗位没有这项权限。',
  'Your position does not carry this right',
);
