import type { EntityManager } from '@mikro-orm/postgresql';
import { type AuditEntry, auditHash, findBrokenLeaf } from '../domain/audit/audit-chain.ts';
import { AuditLeaf } from './entities/index.ts';
import { runSql } from './run-sql.ts';

const VERIFY_CHUNK = 5_000;

/**
 * Appends entries to the audit chain inside the transaction of `em`. The end of the chain stays
 * locked until the commit: call it last, after every other row of the transaction is written.
 */
export async function appendAudit(
  em: EntityManager,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  const heads = await runSql<{ seq: string; hash: string }>(
    em,
    'select seq, hash from audit_head where id = 1 for update',
  );
  let seq = Number(heads[0]?.seq);
  let hash = heads[0]?.hash ?? '';
  const leaves = entries.map((entry) => {
    const prevHash = hash;
    seq += 1;
    hash = auditHash(entry, seq, prevHash);
    return { ...entry, seq, prevHash, hash };
  });
  await em.insertMany(AuditLeaf, leaves);
  await runSql(em, 'update audit_head set seq = ?, hash = ? where id = 1', [seq, hash]);
}

/** Checks the whole chain; gives the sequence number of the first leaf that does not fit. */
export async function verifyAudit(em: EntityManager): Promise<number | undefined> {
  let before: { seq: number; hash: string } | undefined;
  for (;;) {
    const after = before?.seq ?? 0;
    const chunk = await em.find(
      AuditLeaf,
      { seq: { $gt: after } },
      { orderBy: { seq: 'asc' }, limit: VERIFY_CHUNK, disableIdentityMap: true },
    );
    const chain = chunk.map((leaf) => ({
      ...leaf,
      actorId: leaf.actorId ?? null,
      capacity: leaf.capacity ?? null,
      unitCode: leaf.unitCode ?? null,
      caseId: leaf.caseId ?? null,
      purpose: leaf.purpose ?? null,
    }));
    const broken = findBrokenLeaf(chain, before);
    const last = chain.at(-1);
    if (broken !== undefined) return broken;
    if (last === undefined) return endOfChain(em, before);
    before = { seq: last.seq, hash: last.hash };
  }
}

// A cut tail leaves a chain that is whole but shorter than its recorded end.
async function endOfChain(
  em: EntityManager,
  last: { seq: number; hash: string } | undefined,
): Promise<number | undefined> {
  const rows = await runSql<{ seq: string; hash: string }>(
    em,
    'select seq, hash from audit_head where id = 1',
  );
  const seq = last?.seq ?? 0;
  const isWhole =
    Number(rows[0]?.seq) === seq && (last === undefined || rows[0]?.hash === last.hash);
  return isWhole ? undefined : seq + 1;
}
