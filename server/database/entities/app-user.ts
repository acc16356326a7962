import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant, uuidKey } from '../columns.ts';

/** An account: a member of staff, a technical account or a device. */
export const AppUser = defineEntity({
  name: 'AppUser',
  tableName: 'app_user',
  properties: {
    id: uuidKey(),
    username: p.string().length(60).unique(),
    displayName: p.string().length(60),
    kind: p.string().$type<'staff' | 'system' | 'device'>().length(16).default('staff'),
    passwordHash: p.string().length(200),
    rights: p.json<readonly string[]>(),
    disabled: p.boolean().default(false),
    failedLogins: p.integer().default(0),
    lockedUntil: optionalInstant(),
    createdAt: instant(),
  },
});

/** A row of {@link AppUser}. */
export type AppUser = InferEntity<typeof AppUser>;
