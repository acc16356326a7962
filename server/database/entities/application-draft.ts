import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';

/** An application that somebody has begun; an anonymous owner is known by a token only. */
export const ApplicationDraft = defineEntity({
  name: 'ApplicationDraft',
  tableName: 'application_draft',
  properties: {
    id: uuidKey(),
    ownerKind: p.string().$type<'staff' | 'citizen'>().length(16),
    ownerId: p.uuid().nullable().index(),
    tokenHash: p.string().length(64).nullable(),
    processKey: p.string().length(60),
    formKey: p.string().length(60),
    data: p.json<Record<string, unknown>>(),
    savedAt: instant(),
  },
});

/** A row of {@link ApplicationDraft}. */
export type ApplicationDraft = InferEntity<typeof ApplicationDraft>;
