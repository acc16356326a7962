import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** The one full notice of what is missing in an application (一次性告知). */
export const SupplementNotice = defineEntity({
  name: 'SupplementNotice',
  tableName: 'supplement_notice',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    round: p.integer().default(1),
    supervisorReason: p.string().length(500).nullable(),
    sentAt: instant(),
    deadlineAt: instant(),
    answeredAt: optionalInstant(),
    sentBy: p.uuid().nullable(),
  },
  uniques: [{ properties: ['caseId', 'round'] }],
});

/** A row of {@link SupplementNotice}. */
export type SupplementNotice = InferEntity<typeof SupplementNotice>;
