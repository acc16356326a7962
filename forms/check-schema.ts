import { checkObject } from './check-object.ts';
import { checkText } from './check-text.ts';
import { isMoneyFen } from './formats.ts';
import { isObject, type Json, type Schema, type SchemaType } from './schema.ts';

/** What a check may know besides the data. */
export interface CheckContext {
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  /** Tells whether a division code exists; without it, existence is not judged. */
  readonly isDivision?: ((code: string) => boolean) | undefined;
}

/** A rule that the data breaks: where, which rule, and the schema that states it. */
export interface Violation {
  readonly path: string;
  readonly rule: string;
  readonly schema: Schema;
  /** What the message needs to say, e.g. the smallest number allowed. */
  readonly limit?: number | string;
}

/** Checks a value against a schema and lists every broken rule, outer fields first. */
export function checkSchema(
  schema: Schema,
  value: Json | undefined,
  path: string,
  context: CheckContext,
): Violation[] {
  if (value === undefined) return [];
  const found: Violation[] = [];
  const report = (rule: string, limit?: number | string) =>
    found.push({ path, rule, schema, ...(limit === undefined ? {} : { limit }) });
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    report(value === '' ? 'required' : 'type');
    return found;
  }
  if (schema.const !== undefined && !isSame(schema.const, value)) report('const');
  if (schema.enum?.some((choice) => isSame(choice, value)) === false) report('enum');
  if (typeof value === 'string') checkText(schema, value, context, report);
  if (typeof value === 'number') checkNumber(schema, value, report);
  if (Array.isArray(value)) found.push(...checkList(schema, value, path, context));
  if (isObject(value)) found.push(...checkObject(schema, value, path, context));
  return [...found, ...checkBranches(schema, value, path, context)];
}

/** Whether the value keeps every rule of the schema. */
export function fits(schema: Schema, value: Json | undefined, context: CheckContext): boolean {
  return checkSchema(schema, value, '', context).length === 0;
}

function hasType(value: Json, type: SchemaType): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'null':
      return value === null;
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
    default:
      return type satisfies never;
  }
}

type Report = (rule: string, limit?: number | string) => void;

function checkNumber(schema: Schema, value: number, report: Report): void {
  if (schema.minimum !== undefined && value < schema.minimum) report('minimum', schema.minimum);
  if (schema.maximum !== undefined && value > schema.maximum) report('maximum', schema.maximum);
  if (schema.format === 'money-fen' && !isMoneyFen(value)) report('format', 'money-fen');
}

function checkList(
  schema: Schema,
  value: readonly Json[],
  path: string,
  context: CheckContext,
): Violation[] {
  const found: Violation[] = [];
  const { minItems, maxItems, items, differBy } = schema;
  if (minItems !== undefined && value.length < minItems) {
    found.push({ path, rule: 'minItems', schema, limit: minItems });
  }
  if (maxItems !== undefined && value.length > maxItems) {
    found.push({ path, rule: 'maxItems', schema, limit: maxItems });
  }
  if (schema.uniqueItems === true && hasTwins(value)) {
    found.push({ path, rule: 'uniqueItems', schema });
  }
  if (differBy !== undefined && hasTwins(value.map((item) => fieldOf(item, differBy)))) {
    found.push({ path, rule: 'differ', schema });
  }
  const { contains } = schema;
  if (contains !== undefined && !value.some((item) => fits(contains, item, context))) {
    found.push({ path, rule: 'contains', schema });
  }
  if (items === undefined) return found;
  const inside = value.flatMap((item, at) => checkSchema(items, item, `${path}/${at}`, context));
  return [...found, ...inside];
}

function fieldOf(item: Json, field: string): Json {
  return isObject(item) ? (item[field] ?? null) : null;
}

function hasTwins(values: readonly Json[]): boolean {
  return values.some(
    (value, at) => value !== null && values.findIndex((other) => isSame(other, value)) !== at,
  );
}

function checkBranches(
  schema: Schema,
  value: Json,
  path: string,
  context: CheckContext,
): Violation[] {
  const found = (schema.allOf ?? []).flatMap((part) => checkSchema(part, value, path, context));
  const { anyOf, oneOf, not } = schema;
  if (anyOf?.some((part) => fits(part, value, context)) === false) {
    found.push({ path, rule: 'anyOf', schema });
  }
  if (oneOf !== undefined && oneOf.filter((part) => fits(part, value, context)).length !== 1) {
    found.push({ path, rule: 'oneOf', schema });
  }
  if (not !== undefined && fits(not, value, context)) found.push({ path, rule: 'not', schema });
  if (schema.if === undefined) return found;
  const branch = fits(schema.if, value, context) ? schema.then : schema.else;
  return branch === undefined ? found : [...found, ...checkSchema(branch, value, path, context)];
}

function isSame(a: Json, b: Json): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
