import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A post of an office at one unit, for example T.SOC.relief at a town. */
export const Position = defineEntity({
  name: 'Position',
  tableName: 'position',
  properties: {
    unitCode: p.string().length(16).primary(),
    code: p.string().length(60).primary(),
    name: p.string().length(60),
    officeCode: p.string().length(40),
    officeName: p.string().length(100),
    headcount: p.integer().default(1),
    quotaKind: p.string().length(20).default('ADMIN'),
    backupCode: p.string().length(60).nullable(),
  },
});

/** A row of {@link Position}. */
export type Position = InferEntity<typeof Position>;
