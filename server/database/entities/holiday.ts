import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A day that differs from the plain week: a public holiday or a make-up workday. */
export const Holiday = defineEntity({
  name: 'Holiday',
  tableName: 'holiday',
  properties: {
    date: p.date().primary(),
    name: p.string().length(40),
    isOff: p.boolean(),
    source: p.string().length(200),
  },
});

/** A row of {@link Holiday}. */
export type Holiday = InferEntity<typeof Holiday>;
