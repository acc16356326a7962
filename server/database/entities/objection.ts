import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** An objection against a public notice and what became of it. */
export const Objection = defineEntity({
  name: 'Objection',
  tableName: 'objection',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    publicityId: p.uuid().nullable(),
    name: p.string().length(100).nullable(),
    contact: p.string().length(60).nullable(),
    text: p.text(),
    receivedAt: instant(),
    upheld: p.boolean().nullable(),
    answer: p.text().nullable(),
    answeredBy: p.uuid().nullable(),
    answeredAt: optionalInstant(),
  },
});

/** A row of {@link Objection}. */
export type Objection = InferEntity<typeof Objection>;
