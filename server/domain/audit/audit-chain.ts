import { createHash } from 'node:crypto';

/** What is written down about an act; personal data never goes in here. */
export interface AuditEntry {
  readonly at: Date;
  readonly actorId: string | null;
  readonly capacity: string | null;
  readonly unitCode: string | null;
  readonly action: string;
  readonly object: string;
  readonly caseId: string | null;
  readonly result: 'ok' | 'refused' | 'failed';
  readonly purpose: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An entry at its place in the chain. */
export interface ChainedEntry extends AuditEntry {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** The hash before the first entry. */
export const AUDIT_GENESIS = '0'.repeat(64);

/** The hash of an entry: it covers every field, the place in the chain and the hash before. */
export function auditHash(entry: AuditEntry, seq: number, prevHash: string): string {
  const fields = [
    seq,
    entry.at.toISOString(),
    entry.actorId,
    entry.capacity,
    entry.unitCode,
    entry.action,
    entry.object,
    entry.caseId,
    entry.result,
    entry.purpose,
    sorted(JSON.parse(JSON.stringify(entry.detail))),
    prevHash,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** The first place where a chain does not hold, or undefined when it is whole. */
export function findBrokenLeaf(
  chain: readonly ChainedEntry[],
  before: { readonly seq: number; readonly hash: string } = { seq: 0, hash: AUDIT_GENESIS },
): number | undefined {
  let { seq, hash } = before;
  for (const leaf of chain) {
    seq += 1;
    const isWhole =
      leaf.seq === seq && leaf.prevHash === hash && leaf.hash === auditHash(leaf, seq, hash);
    if (!isWhole) return seq;
    hash = leaf.hash;
  }
  return undefined;
}

// The database stores objects with their keys in another order, so the hash must not depend on it.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
