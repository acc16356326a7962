import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant } from '../columns.ts';

/** One line of the audit trail; a trigger refuses changes, each hash covers the line before. */
export const AuditLeaf = defineEntity({
  name: 'AuditLeaf',
  tableName: 'audit_leaf',
  properties: {
    seq: p.bigint('number').primary().autoincrement(false),
    at: instant(),
    actorId: p.uuid().nullable(),
    capacity: p.string().length(120).nullable(),
    unitCode: p.string().length(16).nullable(),
    action: p.string().length(60),
    object: p.string().length(200),
    caseId: p.uuid().nullable().index(),
    result: p.string().$type<'ok' | 'refused' | 'failed'>().length(16),
    purpose: p.string().length(300).nullable(),
    detail: p.json<Record<string, unknown>>(),
    prevHash: p.string().length(64),
    hash: p.string().length(64),
  },
  indexes: [{ properties: ['actorId', 'at'] }, { properties: ['at'] }],
});

/** A row of {@link AuditLeaf}. */
export type AuditLeaf = InferEntity<typeof AuditLeaf>;
