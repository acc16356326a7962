import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** A public notice about a case and the time it hangs. */
export const Publicity = defineEntity({
  name: 'Publicity',
  tableName: 'publicity',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    text: p.text(),
    isPublic: p.boolean().default(true),
    postedAt: instant(),
    endsAt: instant(),
    closedAt: optionalInstant(),
    objections: p.integer().default(0),
  },
});

/** A row of {@link Publicity}. */
export type Publicity = InferEntity<typeof Publicity>;
