import { mayPublishDefinition } from '../domain/case/separation-of-duties.ts';
import { type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { type DefinitionVersionLine, versionLine } from './list-definitions.ts';
import type { Actor } from './ports/access.ts';
import { NO_DEFINITION } from './read-definition.ts';

/**
 * Publishes a submitted version: new cases get it, running ones stay with theirs. Never by the
 * person who drew it (SOD6). The engine deploys first: what it refuses stays submitted.
 */
export async function publishDefinition(
  deps: Deps,
  actor: Actor,
  processKey: string,
): Promise<DefinitionVersionLine | Rejection> {
  const row = await deps.records.transaction((tx) =>
    tx.one('Definition', { processKey, status: 'submitted' }),
  );
  if (row === undefined) return NO_DEFINITION;
  if (!mayPublishDefinition(actor.userId, row.authorId === null ? [] : [row.authorId])) {
    return reject(
      'forbidden',
      '流程设计人不能发布自己设计的流程，请由另一人发布。',
      'Expected another person than the author',
    );
  }
  const models = row.files.filter(({ name }) => /\.(bpmn|dmn)$/.test(name));
  const deployed = await deps.engine.deploy(models);
  if ('refused' in deployed) {
    return reject('invalid_argument', `引擎拒绝部署：${deployed.refused}`, deployed.refused);
  }
  const definitionKeys = Object.fromEntries(
    deployed.map(({ bpmnProcessId, version }) => [bpmnProcessId, String(version)] as const),
  );
  const at = new Date(deps.clock.now());
  return deps.records.transaction(async (tx) => {
    const { version } = row;
    const published = {
      status: 'published',
      publisherId: actor.userId,
      publishedAt: at,
      definitionKeys,
    } as const;
    const where = { processKey, version, status: 'submitted' } as const;
    if ((await tx.update('Definition', where, published)) === 0) return NO_DEFINITION;
    const object = `definition:${processKey}`;
    const facts = { action: 'definition.published', object, caseId: null, detail: { version } };
    tx.audit(auditOf(at, actor, null, facts));
    tx.afterCommit(() => deps.processes.publish(row));
    return versionLine(tx, { ...row, ...published });
  });
}
