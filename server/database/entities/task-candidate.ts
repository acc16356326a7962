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
    // Kept true to the state of the task by a trigger (migration 0005).
    isOpen: p.boolean().default(true),
  },
  uniques: [{ properties: ['taskId', 'positionCode', 'unitCode'] }],
  indexes: [
    {
      name: 'task_candidate_open_index',
      expression:
        'create index task_candidate_open_index' +
        ' on task_candidate (unit_code, position_code) where is_open',
    },
  ],
});

/** A row of {@link TaskCandidate}. */
export type TaskCandidate = InferEntity<typeof TaskCandidate>;
