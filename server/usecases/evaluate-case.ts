import { type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import { enqueue } from './outbox.ts';

/** Takes the applicant's evaluation (好差评), once for each invitation. */
export async function evaluateCase(
  deps: Deps,
  input: { caseId: string; level: number; tags: readonly string[]; text: string },
): Promise<Rejection | undefined> {
  const { caseId, level, tags, text } = input;
  const givenAt = new Date(deps.clock.now());
  return deps.records.transaction(async (tx) => {
    const invitation = await tx.one('Evaluation', { caseId, givenAt: null }, { lock: true });
    if (invitation === undefined) {
      return reject(
        'invalid_state',
        '还不能评价，或您已经评价过。',
        'Expected an open invitation to evaluate',
      );
    }
    await tx.update('Evaluation', { id: invitation.id }, { level, tags: [...tags], text, givenAt });
    await enqueue(tx, deps, `evaluation:${invitation.id}`, {
      kind: 'publish_message',
      name: 'evaluation.received',
      correlationKey: caseId,
      variables: { evaluationLevel: level, badReview: level <= 2 },
      caseId,
    });
    tx.audit({
      at: givenAt,
      actorId: null,
      capacity: 'citizen',
      unitCode: null,
      action: 'case.evaluated',
      object: 'case',
      caseId,
      result: 'ok',
      purpose: null,
      detail: { level },
    });
    return undefined;
  });
}
