import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** What was filled in on one form of a case; one row per saved revision, never overwritten. */
export const CaseForm = defineEntity({
  name: 'CaseForm',
  tableName: 'case_form',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    taskId: p.uuid().nullable().index(),
    formKey: p.string().length(60),
    formVersion: p.integer(),
    data: p.json<Record<string, unknown>>(),
    revision: p.integer().default(1),
    savedBy: p.uuid().nullable(),
    savedAt: instant(),
  },
});

/** A row of {@link CaseForm}. */
export type CaseForm = InferEntity<typeof CaseForm>;
