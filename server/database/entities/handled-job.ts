import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';

/** A job whose effect is already in the database, so that a repeated delivery does nothing. */
export const HandledJob = defineEntity({
  name: 'HandledJob',
  tableName: 'handled_job',
  properties: {
    jobKey: p.bigint('string').primary().autoincrement(false),
    type: p.string().length(60),
    caseId: p.uuid().nullable().index(),
    processInstanceKey: p.bigint('string').nullable(),
    bpmnProcessId: p.string().length(60).nullable(),
    elementId: p.string().length(100).nullable(),
    result: p.json<Record<string, unknown>>().nullable(),
    handledAt: instant(),
  },
});

/** A row of {@link HandledJob}. */
export type HandledJob = InferEntity<typeof HandledJob>;
