import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** The end of the audit chain; locking its one row keeps the chain a chain. */
export const AuditHead = defineEntity({
  name: 'AuditHead',
  tableName: 'audit_head',
  properties: {
    id: p.integer().primary().autoincrement(false),
    seq: p.bigint('number'),
    hash: p.string().length(64),
  },
});

/** A row of {@link AuditHead}. */
export type AuditHead = InferEntity<typeof AuditHead>;
