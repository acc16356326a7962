import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** The five-level evaluation (好差评) of a case by the applicant. */
export const Evaluation = defineEntity({
  name: 'Evaluation',
  tableName: 'evaluation',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    itemCode: p.string().length(60).nullable(),
    unitCode: p.string().length(16),
    channel: p.string().length(20).nullable(),
    invitedAt: instant(),
    level: p.integer().nullable(),
    tags: p.json<readonly string[]>(),
    text: p.text().nullable(),
    givenAt: optionalInstant(),
    rectification: p.json<Record<string, unknown>>().nullable(),
  },
});

/** A row of {@link Evaluation}. */
export type Evaluation = InferEntity<typeof Evaluation>;
