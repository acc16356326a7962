import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** The last number given out in a series, for example the case numbers of one town and day. */
export const NumberSequence = defineEntity({
  name: 'NumberSequence',
  tableName: 'number_sequence',
  properties: {
    series: p.string().length(120).primary(),
    value: p.bigint('number'),
  },
});

/** A row of {@link NumberSequence}. */
export type NumberSequence = InferEntity<typeof NumberSequence>;
