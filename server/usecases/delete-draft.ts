import type { Rejection } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import { type DraftOwner, NOT_FOUND, ownsDraft } from './save-draft.ts';

/** Deletes a draft with the files that were uploaded for it. */
export async function deleteDraft(
  deps: Deps,
  owner: DraftOwner,
  id: string,
): Promise<Rejection | undefined> {
  return deps.records.transaction(async (tx) => {
    const draft = await tx.one('ApplicationDraft', { id }, { lock: true });
    if (draft === undefined || !ownsDraft(owner, draft)) return NOT_FOUND;
    await tx.remove('Attachment', { draftId: id, caseId: null });
    await tx.remove('ApplicationDraft', { id });
    return undefined;
  });
}
