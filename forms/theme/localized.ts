import type { RJSFSchema } from '@rjsf/utils';
import type { Schema } from '../schema.ts';
import type { Language } from './words.ts';

/** The schema with its titles in the language of the page; Chinese stays where no other is given. */
export function localized(schema: Schema, language: Language): RJSFSchema {
  return (language === 'en' ? inEnglish(schema) : schema) as RJSFSchema;
}

/** The schema without the options that only staff may choose (`x-staffOnly`). */
export function forCitizens(schema: RJSFSchema): RJSFSchema {
  return withoutStaffOptions(schema) as RJSFSchema;
}

function withoutStaffOptions(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node
      .filter((item) => typeof item !== 'object' || Reflect.get(item ?? {}, 'x-staffOnly') !== true)
      .map(withoutStaffOptions);
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withoutStaffOptions(value)]),
  );
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

/**
 * The schema as it is drawn: alternatives that only restrict a value (a number of either kind, this
 * field or that one) are no choice for the person, but the engine would offer them as one.
 */
export function drawn(schema: RJSFSchema): RJSFSchema {
  return withoutRestrictions(schema) as RJSFSchema;
}

function withoutRestrictions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutRestrictions);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => key !== 'anyOf' || !isRestriction(value))
      .map(([key, value]) => [key, withoutRestrictions(value)]),
  );
}

function isRestriction(branches: unknown): boolean {
  if (!Array.isArray(branches)) return false;
  return branches.every((branch: RJSFSchema) => branch.title === undefined && !addsFields(branch));
}

/** A branch that names fields without titles speaks of fields that are drawn already. */
function addsFields({ properties }: RJSFSchema): boolean {
  return Object.values(properties ?? {}).some(
    (field) => typeof field === 'object' && field.title !== undefined,
  );
}
