import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { instant, optionalInstant } from '../columns.ts';

/** The life of a version: only a second person publishes (SOD6). */
export type DefinitionStatus = 'draft' | 'submitted' | 'published';

/** One file of a version, as text. */
export interface DefinitionFile {
  readonly name: string;
  readonly content: string;
}

/** A version of a procedure as an administrator drew it: draft, submitted, published. */
export const Definition = defineEntity({
  name: 'Definition',
  tableName: 'definition',
  properties: {
    processKey: p.string().length(60).primary(),
    version: p.integer().primary().autoincrement(false),
    name: p.string().length(100),
    status: p.string().$type<DefinitionStatus>().length(16),
    files: p.json<readonly DefinitionFile[]>(),
    note: p.string().length(500).nullable(),
    authorId: p.uuid().nullable(),
    publisherId: p.uuid().nullable(),
    definitionKeys: p.json<Record<string, string>>(),
    createdAt: instant(),
    publishedAt: optionalInstant(),
  },
});

/** A row of {@link Definition}. */
export type Definition = InferEntity<typeof Definition>;
