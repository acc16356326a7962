import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { uuidKey } from '../columns.ts';

/** A limit, an amount or a number of days, as valid in a unit and in everything below it. */
export const Parameter = defineEntity({
  name: 'Parameter',
  tableName: 'parameter',
  properties: {
    id: uuidKey(),
    unitCode: p.string().length(16),
    processKey: p.string().length(60),
    key: p.string().length(60),
    value: p.json<number | string | boolean>(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
  },
  indexes: [{ properties: ['processKey', 'key', 'unitCode'] }],
});

/** A row of {@link Parameter}. */
export type Parameter = InferEntity<typeof Parameter>;
