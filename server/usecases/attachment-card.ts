import type { Transaction } from './ports/records.ts';
import type { AttachmentRow } from './ports/task-rows.ts';

/** A file as lists show it. */
export interface AttachmentCard {
  readonly id: string;
  readonly class: string;
  readonly title: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
  readonly uploadedAt: string;
}

/** The card of a file. */
export function attachmentCard(row: AttachmentRow): AttachmentCard {
  const { id, title, fileName, mime, size } = row;
  return {
    id,
    class: row.class,
    title,
    fileName,
    mime,
    size,
    uploadedAt: row.uploadedAt.toISOString(),
  };
}

/** The cards of some files, in the order of their ids' list. */
export async function attachmentCards(
  tx: Transaction,
  ids: readonly string[],
): Promise<AttachmentCard[]> {
  if (ids.length === 0) return [];
  const rows = await tx.find(
    'Attachment',
    { id: { $in: ids } },
    { orderBy: { uploadedAt: 'asc' } },
  );
  return rows.map(attachmentCard);
}
