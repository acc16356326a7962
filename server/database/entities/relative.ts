import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';
import { AppUser } from './app-user.ts';

/** A declared near relative of a member of staff, kept as a hash, for recusal (SOD4). */
export const Relative = defineEntity({
  name: 'Relative',
  tableName: 'relative',
  properties: {
    id: uuidKey(),
    userId: () => p.manyToOne(AppUser).mapToPk().fieldName('user_id').index(),
    idHash: p.string().length(64).index(),
    relation: p.string().length(40),
    declaredAt: instant(),
  },
});

/** A row of {@link Relative}. */
export type Relative = InferEntity<typeof Relative>;
