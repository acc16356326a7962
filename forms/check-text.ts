import type { CheckContext } from './check-schema.ts';
import { TEXT_FORMATS } from './formats.ts';
import type { Schema } from './schema.ts';

/** Checks the rules of a text: length in characters as people count them, pattern, format, date. */
export function checkText(
  schema: Schema,
  value: string,
  context: CheckContext,
  report: (rule: string, limit?: number | string) => void,
): void {
  const length = [...value].length;
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined && length < minLength) {
    report(length === 0 ? 'required' : 'minLength', minLength);
    return;
  }
  if (maxLength !== undefined && length > maxLength) report('maxLength', maxLength);
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) report('pattern');
  if (format !== undefined && TEXT_FORMATS[format]?.(value) === false) {
    report('format', format);
    return;
  }
  if (format === 'division12' && context.isDivision?.(value) === false) report('division');
  if (schema.notAfterToday === true && value > context.today) report('notAfterToday');
}
