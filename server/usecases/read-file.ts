import { type Rejection, reject } from '../domain/rejection.ts';
import { auditOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { mayReadCase } from './may-read-case.ts';
import type { Transaction } from './ports/records.ts';
import { ownsDraft } from './save-draft.ts';
import type { Uploader } from './store-attachment.ts';

/** Bytes with what a browser needs to show them. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
}

const NO_FILE = reject('not_found', '文件不存在。', 'The file does not exist.');

/** A file that was handed in, for who may see its case or owns its draft; reading is written down. */
export async function readAttachment(
  deps: Deps,
  reader: Uploader,
  id: string,
): Promise<FileAnswer | Rejection> {
  return deps.records.transaction(async (tx) => {
    const file = await tx.one('Attachment', { id }, { withBytes: true });
    if (file?.content === undefined) return NO_FILE;
    const mayRead =
      file.caseId === null
        ? await ownsFile(tx, reader, file)
        : await maySeeCase(tx, deps, reader, file.caseId);
    if (!mayRead) return NO_FILE;
    noteReading(tx, deps, reader, { object: `data:attachment.${file.class}`, caseId: file.caseId });
    return { bytes: file.content, mime: file.mime, fileName: file.fileName };
  });
}

/** A paper of a case, for its offices and its applicant. */
export async function readDocument(
  deps: Deps,
  reader: Uploader,
  id: string,
): Promise<FileAnswer | Rejection> {
  return deps.records.transaction(async (tx) => {
    const paper = await tx.one('Document', { id }, { withBytes: true });
    if (paper?.pdf === undefined) return NO_FILE;
    if (!(await maySeeCase(tx, deps, reader, paper.caseId))) return NO_FILE;
    noteReading(tx, deps, reader, { object: `data:document.${paper.kind}`, caseId: paper.caseId });
    const isList = paper.kind === 'archive-list';
    return {
      bytes: paper.pdf,
      mime: isList ? 'application/json' : 'application/pdf',
      fileName: `${paper.title}${isList ? '.json' : '.pdf'}`,
    };
  });
}

async function maySeeCase(
  tx: Transaction,
  deps: Deps,
  reader: Uploader,
  caseId: string,
): Promise<boolean> {
  if (reader.trackedCaseId === caseId) return true;
  return reader.actor !== null && mayReadCase(tx, deps, reader.actor, caseId);
}

async function ownsFile(
  tx: Transaction,
  reader: Uploader,
  file: { draftId: string | null; uploadedBy: string | null },
): Promise<boolean> {
  if (reader.actor !== null && file.uploadedBy === reader.actor.userId) return true;
  if (file.draftId === null) return false;
  const draft = await tx.one('ApplicationDraft', { id: file.draftId });
  return draft !== undefined && ownsDraft(reader, draft);
}

function noteReading(
  tx: Transaction,
  deps: Deps,
  reader: Uploader,
  what: { object: string; caseId: string | null },
): void {
  if (reader.actor === null) return;
  const at = new Date(deps.clock.now());
  tx.audit(auditOf(at, reader.actor, null, { action: 'file.read', ...what }));
}
