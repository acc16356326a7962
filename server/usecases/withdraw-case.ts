import { isRejection, type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import { steerCase } from './steer-case.ts';

/** Withdraws an application before the decision: by the applicant, or by an office for them. */
export async function withdrawCase(
  deps: Deps,
  actor: Actor | null,
  input: { readonly caseId: string; readonly reason: string },
): Promise<Rejection | undefined> {
  const found = await deps.records.transaction((tx) => tx.one('CaseFile', { id: input.caseId }));
  const process = deps.processes.process(found?.processKey ?? '');
  const message = process?.messages.find(({ name }) => name === 'withdraw');
  if (found === undefined || message === undefined || !message.states.includes(found.state)) {
    return reject(
      'invalid_state',
      '已经作出决定或已经办结，不能再撤回。',
      'Expected a case before its decision',
    );
  }
  const steered = await steerCase(deps, actor, {
    ...input,
    act: 'accept',
    message: 'withdraw',
    // Whoever holds the query code has shown who he is; for others the office confirms it.
    variables: { withdrawReason: input.reason, identityVerified: actor === null },
  });
  return isRejection(steered) ? steered : undefined;
}
