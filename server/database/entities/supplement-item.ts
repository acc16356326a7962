import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { optionalInstant, uuidKey } from '../columns.ts';
import { SupplementNotice } from './supplement-notice.ts';

/** One gap of a supplement notice and the answer to it. */
export const SupplementItem = defineEntity({
  name: 'SupplementItem',
  tableName: 'supplement_item',
  properties: {
    id: uuidKey(),
    noticeId: () => p.manyToOne(SupplementNotice).mapToPk().fieldName('notice_id').index(),
    ordinal: p.integer(),
    material: p.string().length(200),
    problem: p.string().length(500),
    howToFix: p.string().length(500),
    answer: p.text().nullable(),
    attachmentIds: p.json<readonly string[]>(),
    answeredAt: optionalInstant(),
  },
});

/** A row of {@link SupplementItem}. */
export type SupplementItem = InferEntity<typeof SupplementItem>;
