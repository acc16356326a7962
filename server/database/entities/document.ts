import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** A numbered paper that the system issued in a case, with the facts it was printed from. */
export const Document = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    kind: p.string().length(60),
    number: p.string().length(80).unique(),
    title: p.string().length(200),
    facts: p.json<Record<string, unknown>>(),
    pdf: p.blob().lazy(),
    sha256: p.string().length(64),
    issuedBy: p.uuid().nullable(),
    issuedAt: instant(),
  },
});

/** A row of {@link Document}. */
export type Document = InferEntity<typeof Document>;
