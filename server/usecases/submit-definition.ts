import { type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { type DefinitionVersionLine, versionLine } from './list-definitions.ts';
import type { Actor } from './ports/access.ts';
import { NO_DEFINITION } from './read-definition.ts';

/** Hands a draft to the person who publishes; one with errors is not taken. */
export async function submitDefinition(
  deps: Deps,
  actor: Actor,
  processKey: string,
): Promise<DefinitionVersionLine | Rejection> {
  const draft = await deps.records.transaction((tx) =>
    tx.one('Definition', { processKey, status: 'draft' }),
  );
  if (draft === undefined) return NO_DEFINITION;
  const problems = await deps.linter.lint(draft.files);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return reject(
      'invalid_argument',
      `还有 ${errors.length} 处错误，请先改正：${errors[0]?.message ?? ''}`,
      `Expected no errors, but there are ${errors.length}`,
    );
  }
  const at = new Date(deps.clock.now());
  const where = { processKey, version: draft.version, status: 'draft' } as const;
  return deps.records.transaction(async (tx) => {
    if ((await tx.update('Definition', where, { status: 'submitted' })) === 0) {
      return NO_DEFINITION;
    }
    const object = `definition:${processKey}`;
    const detail = { version: draft.version };
    tx.audit(
      auditOf(at, actor, null, { action: 'definition.submitted', object, caseId: null, detail }),
    );
    return versionLine(tx, { ...draft, status: 'submitted' });
  });
}
