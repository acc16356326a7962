import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';

/** A job that the server gave up after its last try; the engine holds an incident for it. */
export const FailedJob = defineEntity({
  name: 'FailedJob',
  tableName: 'failed_job',
  properties: {
    jobKey: p.bigint('string').primary().autoincrement(false),
    type: p.string().length(60),
    caseId: p.uuid().nullable().index(),
    elementId: p.string().length(100),
    message: p.string().length(500),
    failedAt: instant(),
  },
});

/** A row of {@link FailedJob}. */
export type FailedJob = InferEntity<typeof FailedJob>;
