import type { AuditEntry } from '../domain/audit/audit-chain.ts';
import type { Actor, Capacity } from './ports/access.ts';

/** What is written down about an act; the time and the person are added. */
export interface AuditFacts {
  readonly action: string;
  readonly object: string;
  readonly caseId: string | null;
  readonly purpose?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The audit line of a person's act. */
export function auditOf(
  at: Date,
  actor: Actor | null,
  capacity: Capacity | null,
  facts: AuditFacts,
): AuditEntry {
  return {
    at,
    actorId: actor?.userId ?? null,
    capacity: capacity === null ? null : `${capacity.positionCode}@${capacity.unitCode}`,
    unitCode: capacity?.unitCode ?? null,
    action: facts.action,
    object: facts.object,
    caseId: facts.caseId,
    result: 'ok',
    purpose: facts.purpose ?? null,
    detail: facts.detail ?? {},
  };
}
