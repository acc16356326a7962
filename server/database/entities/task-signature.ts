import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';
import { Task } from './task.ts';

/** A signature on a task that needs more than one signer. */
export const TaskSignature = defineEntity({
  name: 'TaskSignature',
  tableName: 'task_signature',
  properties: {
    id: uuidKey(),
    taskId: () => p.manyToOne(Task).mapToPk().fieldName('task_id'),
    userId: p.uuid(),
    capacity: p.string().length(120),
    at: instant(),
  },
  uniques: [{ properties: ['taskId', 'userId'] }],
});

/** A row of {@link TaskSignature}. */
export type TaskSignature = InferEntity<typeof TaskSignature>;
