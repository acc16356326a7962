import { createHash, randomUUID } from 'node:crypto';
import { fileKindOf } from '../domain/case/file-kind.ts';
import { type Rejection, reject } from '../domain/rejection.ts';
import { type AttachmentCard, attachmentCard } from './attachment-card.ts';
import type { Deps } from './deps.ts';
import { mayReadCase } from './may-read-case.ts';
import type { Transaction } from './ports/records.ts';
import { type DraftOwner, ownsDraft } from './save-draft.ts';

/** A file may have at most 20 MB. */
export const UPLOAD_BYTES_MAX = 20 * 1024 * 1024;

const FILES_MAX = 60;

/** A file that somebody uploads, for a draft or for a case. */
export interface Upload {
  readonly class: string;
  readonly title: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly draftId: string | undefined;
  readonly caseId: string | undefined;
}

/** Who uploads: an owner of drafts, or a citizen who has opened a case. */
export interface Uploader extends DraftOwner {
  readonly trackedCaseId: string | null;
}

/** Stores a file after a look at its first bytes; its name says nothing about what it is. */
export async function storeAttachment(
  deps: Deps,
  uploader: Uploader,
  upload: Upload,
): Promise<AttachmentCard | Rejection> {
  const mime = fileKindOf(upload.bytes);
  if (mime === undefined) {
    return reject(
      'invalid_argument',
      '只能上传 PDF、OFD、JPG 或 PNG 文件，请换一种格式。',
      'Expected a PDF, OFD, JPEG or PNG file',
    );
  }
  return deps.records.transaction(async (tx) => {
    const refused = await mayStore(tx, deps, uploader, upload);
    if (refused !== undefined) return refused;
    const row = {
      id: randomUUID(),
      caseId: upload.caseId ?? null,
      draftId: upload.draftId ?? null,
      class: upload.class,
      title: upload.title,
      fileName: upload.fileName.replaceAll(/[\\/\p{Cc}]/gu, '_'),
      mime,
      size: upload.bytes.length,
      sha256: createHash('sha256').update(upload.bytes).digest('hex'),
      content: upload.bytes,
      source: 'upload',
      uploadedBy: uploader.actor?.userId ?? null,
      uploadedAt: new Date(deps.clock.now()),
    };
    await tx.insert('Attachment', row);
    return attachmentCard(row);
  });
}

async function mayStore(
  tx: Transaction,
  deps: Deps,
  uploader: Uploader,
  { draftId, caseId }: Upload,
): Promise<Rejection | undefined> {
  if (caseId !== undefined) return mayStoreInCase(tx, deps, uploader, caseId);
  if (draftId === undefined) return uploader.actor === null ? NO_PLACE : undefined;
  const draft = await tx.one('ApplicationDraft', { id: draftId });
  if (draft === undefined || !ownsDraft(uploader, draft)) return NO_PLACE;
  const count = await tx.count('Attachment', { draftId });
  return count >= FILES_MAX ? TOO_MANY : undefined;
}

async function mayStoreInCase(
  tx: Transaction,
  deps: Deps,
  uploader: Uploader,
  caseId: string,
): Promise<Rejection | undefined> {
  const count = await tx.count('Attachment', { caseId });
  if (count >= FILES_MAX) return TOO_MANY;
  if (uploader.trackedCaseId === caseId) return undefined;
  const mayRead = uploader.actor !== null && (await mayReadCase(tx, deps, uploader.actor, caseId));
  return mayRead ? undefined : NO_PLACE;
}

const NO_PLACE = reject(
  'forbidden',
  '请先保存草稿或打开办件，再上传材料。',
  'Expected a draft or a case of this person',
);

const TOO_MANY = reject(
  'invalid_state',
  `一次申请最多上传 ${FILES_MAX} 个文件，请合并后再传。`,
  `Expected at most ${FILES_MAX} files`,
);
