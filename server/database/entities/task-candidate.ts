import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { uuidKey } from '../columns.ts';
import { Task } from './task.ts';

/** A position at a unit whose holders may take a task. */
export const TaskCandidate = defineEntity({
  name: 'TaskCandidate',
  tableName: 'task_candidate',
  properties: {
    id: uuidKey(),
    taskId: () => p.manyToOne(Task).mapToPk().fieldName('task_id'),
    positionCode: p.string().length(60),
    unitCode: p.string().length(16),
  },
  uniques: [{ properties: ['taskId', 'positionCode', 'unitCode'] }],
  indexes: [{ properties: ['unitCode', 'positionCode'] }],
});

/** A row of {@link TaskCandidate}. */
export type TaskCandidate = InferEntity<typeof TaskCandidate>;
