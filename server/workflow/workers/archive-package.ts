import { createHash, randomUUID } from 'node:crypto';
import { mayBecome } from '../../domain/case/case-state.ts';
import type { ServiceWork } from '../../usecases/handle-service-job.ts';

/**
 * `archive.package`: lists every form, file and paper of the case with its hash, and a hash over the
 * list, so that anybody can prove later that nothing was changed.
 */
export const archivePackage: ServiceWork = async (tx, _, { caseRow, at }) => {
  const { id: caseId } = caseRow;
  const forms = await tx.find('CaseForm', { caseId }, { orderBy: { savedAt: 'asc' } });
  const files = await tx.find('Attachment', { caseId }, { orderBy: { uploadedAt: 'asc' } });
  const papers = await tx.find('Document', { caseId }, { orderBy: { issuedAt: 'asc' } });
  const entries = [
    ...forms.map((form) => ({
      kind: 'form',
      name: `${form.formKey}.${form.revision}`,
      sha256: hashOf(JSON.stringify(sorted(form.data))),
    })),
    ...files.map(({ fileName, sha256 }) => ({ kind: 'attachment', name: fileName, sha256 })),
    ...papers.map(({ number, sha256 }) => ({ kind: 'document', name: number, sha256 })),
  ];
  const list = JSON.stringify({ caseNumber: caseRow.number, at: at.toISOString(), entries });
  const sha256 = hashOf(list);
  await tx.insert('Document', {
    id: randomUUID(),
    caseId,
    kind: 'archive-list',
    number: `归档-${caseRow.number}`,
    title: '归档清单',
    facts: { entries, sha256 },
    pdf: Buffer.from(list),
    sha256,
    issuedAt: at,
  });
  // A relief that was recovered goes to the archive too, but everybody must go on seeing that.
  if (caseRow.state !== 'revoked' && mayBecome(caseRow.state, 'archived')) {
    await tx.update('CaseFile', { id: caseId }, { state: 'archived' });
  }
  return { archiveEntries: entries.length, archiveHash: sha256 };
};

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

// The database stores objects with their keys in another order.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
