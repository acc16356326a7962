import type { Rejection } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import type { DraftRow } from './ports/office-rows.ts';
import { type DraftOwner, NOT_FOUND, ownsDraft, ownWhere } from './save-draft.ts';

/** The drafts of one owner, the newest first. */
export async function listDrafts(deps: Deps, owner: DraftOwner): Promise<DraftRow[]> {
  return deps.records.transaction((tx) =>
    tx.find('ApplicationDraft', ownWhere(owner), { orderBy: { savedAt: 'desc' } }),
  );
}

/** One draft, for its owner. */
export async function readDraft(
  deps: Deps,
  owner: DraftOwner,
  id: string,
): Promise<DraftRow | Rejection> {
  const draft = await deps.records.transaction((tx) => tx.one('ApplicationDraft', { id }));
  return draft !== undefined && ownsDraft(owner, draft) ? draft : NOT_FOUND;
}
