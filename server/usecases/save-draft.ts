import { type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import type { Actor } from './ports/access.ts';
import type { JsonRecord } from './ports/case-rows.ts';
import type { DraftRow } from './ports/office-rows.ts';

/** Who owns drafts: a member of staff, or an anonymous person known by a token in a cookie. */
export interface DraftOwner {
  readonly actor: Actor | null;
  readonly tokenHash: string | undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DRAFTS_MAX = 50;

/** Saves a draft under the id that the browser chose; only its owner may write it again. */
export async function saveDraft(
  deps: Deps,
  owner: DraftOwner,
  draft: { id: string; processKey: string; formKey: string; data: JsonRecord },
): Promise<DraftRow | Rejection> {
  if (!UUID.test(draft.id)) {
    return reject('invalid_argument', '草稿编号不正确。', 'Expected a UUID as the draft’s id');
  }
  const savedAt = new Date(deps.clock.now());
  return deps.records.transaction(async (tx) => {
    const known = await tx.one('ApplicationDraft', { id: draft.id }, { lock: true });
    if (known !== undefined && !ownsDraft(owner, known)) return NOT_FOUND;
    const row: DraftRow = {
      ...draft,
      ownerKind: owner.actor === null ? 'citizen' : 'staff',
      ownerId: owner.actor?.userId ?? null,
      tokenHash: owner.actor === null ? (owner.tokenHash ?? null) : null,
      savedAt,
    };
    if (known !== undefined) {
      const { data, formKey } = draft;
      await tx.update('ApplicationDraft', { id: draft.id }, { data, formKey, savedAt });
      return row;
    }
    if ((await tx.count('ApplicationDraft', ownWhere(owner))) >= DRAFTS_MAX) return TOO_MANY;
    await tx.insert('ApplicationDraft', row);
    return row;
  });
}

/** Whether a draft belongs to somebody. */
export function ownsDraft(owner: DraftOwner, draft: DraftRow): boolean {
  if (owner.actor !== null) return draft.ownerId === owner.actor.userId;
  return draft.tokenHash !== null && draft.tokenHash === owner.tokenHash;
}

/** The condition for the drafts of an owner; nobody owns nothing. */
export function ownWhere(owner: DraftOwner) {
  if (owner.actor !== null) return { ownerId: owner.actor.userId };
  return { tokenHash: owner.tokenHash ?? '-' };
}

/** The refusal for a draft that does not exist, or not for this person. */
export const NOT_FOUND = reject(
  'not_found',
  '草稿不存在或已提交。',
  'The draft does not exist or was handed in.',
);

const TOO_MANY = reject(
  'invalid_state',
  '草稿太多，请先提交或删除一些。',
  `Expected at most ${DRAFTS_MAX} drafts`,
);
