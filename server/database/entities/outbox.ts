import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant, uuidKey } from '../columns.ts';

/** A command for the engine or another outside system, written with the change that caused it. */
export const Outbox = defineEntity({
  name: 'Outbox',
  tableName: 'outbox',
  properties: {
    id: uuidKey(),
    key: p.string().length(200).unique(),
    kind: p.string().length(60),
    payload: p.json<Record<string, unknown>>(),
    caseId: p.uuid().nullable().index(),
    attempts: p.integer().default(0),
    createdAt: instant(),
    nextAttemptAt: instant(),
    sentAt: optionalInstant(),
    outcome: p.string().length(500).nullable(),
  },
  indexes: [
    {
      name: 'outbox_unsent_index',
      expression:
        'create index outbox_unsent_index on outbox (next_attempt_at) where sent_at is null',
    },
  ],
});

/** A row of {@link Outbox}. */
export type Outbox = InferEntity<typeof Outbox>;
