import { randomUUID } from 'node:crypto';
import { type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { enqueue } from './outbox.ts';
import type { Actor } from './ports/access.ts';

/** Takes an objection while the notice hangs; each one stops the way to the decision. */
export async function objectToCase(
  deps: Deps,
  actor: Actor | null,
  input: { readonly caseId: string; readonly text: string; readonly contact?: string | undefined },
): Promise<Rejection | undefined> {
  const { caseId, text, contact } = input;
  const at = new Date(deps.clock.now());
  return deps.records.transaction(async (tx) => {
    const posted = await tx.one('Publicity', { caseId, closedAt: null }, { lock: true });
    if (posted === undefined || posted.endsAt.getTime() < at.getTime()) {
      return reject(
        'invalid_state',
        '现在不在公示期内，不能提出异议；可以拨打监督电话反映。',
        'Expected an open publicity, but there is none',
      );
    }
    const id = randomUUID();
    await tx.insert('Objection', {
      id,
      caseId,
      publicityId: posted.id,
      contact: contact ?? null,
      text,
      receivedAt: at,
    });
    const objections = posted.objections + 1;
    await tx.update('Publicity', { id: posted.id }, { objections });
    await enqueue(tx, deps, `objection:${id}`, {
      kind: 'publish_message',
      name: 'objection',
      correlationKey: caseId,
      variables: { objectionId: id, objected: true },
      caseId,
    });
    const facts = { action: 'case.objection', object: 'publicity', caseId };
    tx.audit(auditOf(at, actor, actor?.capacities[0] ?? null, facts));
    return undefined;
  });
}
