import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { OrgLevel } from '../../domain/office/org-level.ts';

/** A unit of the territory tree, from the city down to a basic grid; positions stand on it. */
export const OrgUnit = defineEntity({
  name: 'OrgUnit',
  tableName: 'org_unit',
  properties: {
    code: p.string().length(16).primary(),
    parentCode: p.string().length(16).nullable().index(),
    level: p.string().$type<OrgLevel>().length(16),
    name: p.string().length(100),
    shortName: p.string().length(40),
    template: p.string().length(40),
    variant: p.string().length(40).nullable(),
    status: p.string().$type<'active' | 'suspended' | 'abolished'>().length(16).default('active'),
    successorCode: p.string().length(16).nullable(),
    phone: p.string().length(40).nullable(),
    address: p.string().length(200).nullable(),
    openHours: p.string().length(100).nullable(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
  },
});

/** A row of {@link OrgUnit}. */
export type OrgUnit = InferEntity<typeof OrgUnit>;
