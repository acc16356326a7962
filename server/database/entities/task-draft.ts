import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';

/** What somebody has typed into a task and not yet handed in. */
export const TaskDraft = defineEntity({
  name: 'TaskDraft',
  tableName: 'task_draft',
  properties: {
    taskId: p.uuid().primary(),
    userId: p.uuid().primary(),
    data: p.json<Record<string, unknown>>(),
    savedAt: instant(),
  },
});

/** A row of {@link TaskDraft}. */
export type TaskDraft = InferEntity<typeof TaskDraft>;
