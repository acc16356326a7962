import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** One evaluation of a decision table: what went in, what came out, which rules matched. */
export const DecisionLog = defineEntity({
  name: 'DecisionLog',
  tableName: 'decision_log',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    jobKey: p.bigint('string').nullable().index(),
    decisionId: p.string().length(60),
    name: p.string().length(100),
    decisionVersion: p.integer().nullable(),
    inputs: p.json<unknown>(),
    output: p.json<unknown>().nullable(),
    matchedRules: p.json<unknown>(),
    at: instant(),
  },
});

/** A row of {@link DecisionLog}. */
export type DecisionLog = InferEntity<typeof DecisionLog>;
