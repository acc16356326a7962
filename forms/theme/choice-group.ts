import type { RJSFSchema } from '@rjsf/utils';

/** Widgets of several controls, which a legend names instead of a label. */
const GROUP_WIDGETS = new Set([
  'radio',
  'checkboxes',
  'date',
  'division',
  'division12',
  'attachments',
  'signature',
  'files',
]);

/** More options than this go into a list that opens. */
export const RADIO_MAX = 12;

/** Whether a field is drawn as several controls under one legend. */
export function isChoiceGroup(schema: RJSFSchema, widget: unknown): boolean {
  if (typeof widget === 'string') return GROUP_WIDGETS.has(widget);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array') return schema.uniqueItems === true && isEnum(schema.items);
  if (typeof schema.format === 'string' && GROUP_WIDGETS.has(schema.format)) return true;
  return isEnum(schema) && optionCount(schema) <= RADIO_MAX;
}

function isEnum(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  return 'enum' in schema || ('oneOf' in schema && optionsAreConstants(schema.oneOf));
}

function optionsAreConstants(options: unknown): boolean {
  return Array.isArray(options) && options.every((option) => Object.hasOwn(option, 'const'));
}

function optionCount(schema: RJSFSchema): number {
  return (schema.enum ?? schema.oneOf ?? []).length;
}
