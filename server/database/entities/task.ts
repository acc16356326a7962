import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** Open tasks wait for anybody of the candidates; a claimed one has one owner. */
export type TaskState = 'open' | 'claimed' | 'completed' | 'cancelled';

/** A piece of human work on a case; the job of the engine behind it is completed by the server. */
export const Task = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    jobKey: p.bigint('string').unique(),
    elementInstanceKey: p.bigint('string'),
    processInstanceKey: p.bigint('string').index(),
    processKey: p.string().length(60),
    elementId: p.string().length(100),
    name: p.string().length(100),
    formKey: p.string().length(60).nullable(),
    act: p.string().length(30),
    headers: p.json<Record<string, string>>(),
    state: p.string().$type<TaskState>().length(16),
    assigneeId: p.uuid().nullable().index(),
    leaseVersion: p.integer().default(0),
    claimedAt: optionalInstant(),
    completedAt: optionalInstant(),
    completedBy: p.uuid().nullable(),
    capacity: p.string().length(120).nullable(),
    action: p.string().length(40).nullable(),
    dueAt: optionalInstant(),
    urgent: p.boolean().default(false),
    createdAt: instant(),
  },
  indexes: [{ properties: ['state', 'dueAt'] }, { properties: ['completedBy', 'completedAt'] }],
});

/** A row of {@link Task}. */
export type Task = InferEntity<typeof Task>;
