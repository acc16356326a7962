import { type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import type { DefinitionFileRow } from './ports/office-rows.ts';

const FILES_BYTES_MAX = 8 * 1024 * 1024;

/** Saves what an administrator draws; a procedure has one draft, which becomes the next version. */
export async function saveDefinitionDraft(
  deps: Deps,
  actor: Actor,
  input: { processKey: string; files: readonly DefinitionFileRow[]; note: string },
): Promise<{ version: number } | Rejection> {
  const { processKey, files, note } = input;
  const process = deps.processes.process(processKey);
  if (process === undefined) {
    return reject('not_found', '没有这个流程。', `Expected the procedure '${processKey}'`);
  }
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (bytes > FILES_BYTES_MAX) {
    return reject(
      'invalid_argument',
      '流程文件太大。',
      `Expected at most ${FILES_BYTES_MAX} bytes`,
    );
  }
  const at = new Date(deps.clock.now());
  return deps.records.transaction(async (tx) => {
    const newest = { orderBy: { version: 'desc' }, lock: true } as const;
    const last = await tx.one('Definition', { processKey }, newest);
    const isDraft = last !== undefined && last.status !== 'published';
    const version = isDraft ? last.version : (last?.version ?? 0) + 1;
    const changes = { status: 'draft', files: [...files], note, authorId: actor.userId } as const;
    if (isDraft) await tx.update('Definition', { processKey, version }, changes);
    else {
      const name = process.name.zh;
      const fresh = { processKey, version, name, definitionKeys: {}, createdAt: at };
      await tx.insert('Definition', { ...fresh, ...changes });
    }
    const object = `definition:${processKey}`;
    const facts = { action: 'definition.drafted', object, caseId: null, detail: { version } };
    tx.audit(auditOf(at, actor, null, facts));
    return { version };
  });
}
