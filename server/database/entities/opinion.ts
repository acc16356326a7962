import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** The opinion that a person gave with a decision, with the capacity it was given in. */
export const Opinion = defineEntity({
  name: 'Opinion',
  tableName: 'opinion',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    taskId: p.uuid().nullable(),
    taskName: p.string().length(100),
    elementId: p.string().length(100),
    result: p.string().length(40),
    text: p.text().nullable(),
    basis: p.json<readonly string[]>(),
    userId: p.uuid(),
    userName: p.string().length(60),
    capacity: p.string().length(120),
    at: instant(),
  },
});

/** A row of {@link Opinion}. */
export type Opinion = InferEntity<typeof Opinion>;
