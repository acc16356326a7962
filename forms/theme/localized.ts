import type { RJSFSchema } from '@rjsf/utils';
import type { Schema } from '../schema.ts';
import type { Language } from './words.ts';

/** The schema with its titles in the language of the page; Chinese stays where no other is given. */
export function localized(schema: Schema, language: Language): RJSFSchema {
  return (language === 'en' ? inEnglish(schema) : schema) as RJSFSchema;
}

function inEnglish(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inEnglish);
  if (typeof node !== 'object' || node === null) return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = inEnglish(value);
  if (typeof copy['x-titleEn'] === 'string') copy.title = copy['x-titleEn'];
  if (typeof copy['x-descriptionEn'] === 'string') copy.description = copy['x-descriptionEn'];
  return copy;
}
