import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** A process instance that carried a case, with the version of the definition it runs. */
export const CaseInstance = defineEntity({
  name: 'CaseInstance',
  tableName: 'case_instance',
  properties: {
    processInstanceKey: p.bigint('string').primary().autoincrement(false),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    bpmnProcessId: p.string().length(60),
    definitionVersion: p.integer(),
    startedAt: instant(),
    endedAt: optionalInstant(),
  },
});

/** A row of {@link CaseInstance}. */
export type CaseInstance = InferEntity<typeof CaseInstance>;
