import { type Rejection, reject } from '../domain/rejection.ts';
import type { Deps } from './deps.ts';
import { linkAttachments } from './link-attachments.ts';
import { enqueue } from './outbox.ts';
import type { Transaction } from './ports/records.ts';

/** The answers of an applicant to a notice of what is missing. */
export interface SupplementAnswer {
  readonly caseId: string;
  readonly answers: readonly {
    readonly itemId: string;
    readonly text?: string | undefined;
    readonly attachmentIds: readonly string[];
  }[];
}

/** Answers the gaps one by one; when none is left the case goes on. */
export async function answerSupplement(
  deps: Deps,
  input: SupplementAnswer,
): Promise<Rejection | undefined> {
  const { caseId } = input;
  const at = new Date(deps.clock.now());
  return deps.records.transaction(async (tx) => {
    const notice = await tx.one('SupplementNotice', { caseId, answeredAt: null }, { lock: true });
    if (notice === undefined || notice.deadlineAt.getTime() < at.getTime()) return NOTHING_OPEN;
    for (const answer of input.answers) {
      const refused = await writeAnswer(tx, { ...answer, caseId, noticeId: notice.id, at });
      if (refused !== undefined) return refused;
    }
    const open = await tx.count('SupplementItem', { noticeId: notice.id, answeredAt: null });
    audit(tx, { caseId, at, open, answered: input.answers.length });
    if (open > 0) return undefined;
    await tx.update('SupplementNotice', { id: notice.id }, { answeredAt: at });
    await enqueue(tx, deps, `supplement:${notice.id}`, {
      kind: 'publish_message',
      name: 'supplement.received',
      correlationKey: caseId,
      variables: {},
      caseId,
    });
    return undefined;
  });
}

interface AnswerWrite {
  readonly caseId: string;
  readonly noticeId: string;
  readonly itemId: string;
  readonly text?: string | undefined;
  readonly attachmentIds: readonly string[];
  readonly at: Date;
}

async function writeAnswer(tx: Transaction, answer: AnswerWrite): Promise<Rejection | undefined> {
  const { caseId, noticeId, itemId, attachmentIds, at } = answer;
  const text = answer.text?.trim() ?? '';
  if (text === '' && attachmentIds.length === 0) return EMPTY;
  const link = { caseId, attachmentIds, data: {}, createdBy: null, draftId: undefined };
  const refused = await linkAttachments(tx, link);
  if (refused !== undefined) return refused;
  const changed = await tx.update(
    'SupplementItem',
    { id: itemId, noticeId },
    { answer: text === '' ? null : text, attachmentIds: [...attachmentIds], answeredAt: at },
  );
  return changed === 1 ? undefined : NOTHING_OPEN;
}

function audit(
  tx: Transaction,
  { caseId, at, ...detail }: { caseId: string; at: Date; open: number; answered: number },
): void {
  tx.audit({
    at,
    actorId: null,
    capacity: 'citizen',
    unitCode: null,
    action: 'supplement.answered',
    object: 'case',
    caseId,
    result: 'ok',
    purpose: null,
    detail,
  });
}

const NOTHING_OPEN = reject(
  'invalid_state',
  '没有需要补充的材料，或补正期限已过。如有疑问请拨打受理机关电话。',
  'Expected an open notice of what is missing, but there is none',
);

const EMPTY = reject(
  'invalid_argument',
  '请为每一项填写说明或上传材料。',
  'Expected a text or a file for each answer',
);
