import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** One act of one person on a case: what separation of duties looks at. */
export const CaseAct = defineEntity({
  name: 'CaseAct',
  tableName: 'case_act',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    userId: p.uuid(),
    act: p.string().length(30),
    elementId: p.string().length(100),
    positionCode: p.string().length(60).nullable(),
    unitCode: p.string().length(16).nullable(),
    at: instant(),
  },
});

/** A row of {@link CaseAct}. */
export type CaseAct = InferEntity<typeof CaseAct>;
