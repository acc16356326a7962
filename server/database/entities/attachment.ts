import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, uuidKey } from '../columns.ts';

/** A file handed in with a case or with a draft; the content is loaded only on demand. */
export const Attachment = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    id: uuidKey(),
    caseId: p.uuid().nullable().index(),
    draftId: p.uuid().nullable().index(),
    class: p.string().length(40),
    title: p.string().length(200),
    fileName: p.string().length(255),
    mime: p.string().length(100),
    size: p.integer(),
    sha256: p.string().length(64),
    content: p.blob().lazy(),
    source: p.string().length(20).default('upload'),
    uploadedBy: p.uuid().nullable(),
    uploadedAt: instant(),
  },
});

/** A row of {@link Attachment}. */
export type Attachment = InferEntity<typeof Attachment>;
