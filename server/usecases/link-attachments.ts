import { type Rejection, reject } from '../domain/rejection.ts';
import type { JsonRecord } from './ports/case-rows.ts';
import type { Transaction } from './ports/records.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface AttachmentLink {
  readonly caseId: string;
  readonly data: JsonRecord;
  readonly attachmentIds: readonly string[];
  readonly createdBy: string | null;
  readonly draftId: string | undefined;
}

/**
 * Gives the files that a form names to its case. A file belongs to the draft or to the person that
 * uploaded it, so that nobody can take over somebody else's.
 */
export async function linkAttachments(
  tx: Transaction,
  link: AttachmentLink,
): Promise<Rejection | undefined> {
  const named = [...new Set([...link.attachmentIds, ...idsIn(link.data)])];
  if (named.length === 0) return undefined;
  const found = await tx.find('Attachment', { id: { $in: named } });
  // Signatures and the like are no ids; only what is a file counts.
  const foreign = found.filter((file) => file.caseId !== link.caseId && !isOwn(file, link));
  if (foreign.length > 0 || link.attachmentIds.some((id) => !found.some((f) => f.id === id))) {
    return reject(
      'invalid_argument',
      '有材料不存在或不属于本次申请，请重新上传。',
      'Expected files of this draft, but some are missing or belong elsewhere',
    );
  }
  const ids = found.map(({ id }) => id);
  await tx.update('Attachment', { id: { $in: ids } }, { caseId: link.caseId });
  return undefined;
}

function isOwn(
  file: { caseId: string | null; draftId: string | null; uploadedBy: string | null },
  link: AttachmentLink,
): boolean {
  if (file.caseId !== null) return false;
  if (file.draftId !== null && file.draftId === link.draftId) return true;
  return link.createdBy !== null && file.uploadedBy === link.createdBy;
}

/** All texts in a form that have the shape of an id. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
