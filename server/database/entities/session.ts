import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';

/** A signed-in member of staff, or a citizen who opened one case; the token is kept as a hash. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    tokenHash: p.string().length(64).primary(),
    userId: p.uuid().nullable().index(),
    caseId: p.uuid().nullable(),
    kind: p.string().$type<'staff' | 'track'>().length(16),
    expiresAt: instant(),
    lastSeenAt: instant(),
    createdAt: instant(),
  },
});

/** A row of {@link Session}. */
export type Session = InferEntity<typeof Session>;
