import { type CheckContext, checkSchema, type Violation } from './check-schema.ts';
import { birthOfIdNumber, isIdNumber } from './formats.ts';
import { isObject, type Json, type JsonObject, type Schema } from './schema.ts';

/** Checks the fields of an object and the rules that tie fields together. */
export function checkObject(
  schema: Schema,
  value: JsonObject,
  path: string,
  context: CheckContext,
): Violation[] {
  const found: Violation[] = [];
  const properties = schema.properties ?? {};
  for (const field of schema.required ?? []) {
    if (isEmpty(value[field])) {
      found.push({ path: `${path}/${field}`, rule: 'required', schema: properties[field] ?? {} });
    }
  }
  for (const [field, inner] of Object.entries(properties)) {
    // Said already, or left out on purpose.
    const isRequired = schema.required?.includes(field) === true;
    if (isEmpty(value[field]) && isRequired) continue;
    if (value[field] === '' && inner.type === 'string') continue;
    // Forms draw the fields of a part that may be left out; untouched, it has been left out.
    if (inner.type === 'object' && !isRequired && isBlank(value[field])) continue;
    found.push(...checkSchema(inner, value[field], `${path}/${field}`, context));
  }
  if (schema.additionalProperties === false) {
    for (const field of Object.keys(value)) {
      if (properties[field] === undefined) {
        found.push({ path: `${path}/${field}`, rule: 'additionalProperties', schema });
      }
    }
  }
  return [...found, ...checkTies(schema, value, path), ...checkAge(schema, value, path, context)];
}

function checkTies(schema: Schema, value: JsonObject, path: string): Violation[] {
  const { idNumberWhen, atMost, reasonBelow, oneNeeded, differ } = schema;
  const found: Violation[] = [];
  const report = (field: string, rule: string) =>
    found.push({ path: `${path}/${field}`, rule, schema });
  if (idNumberWhen !== undefined && value[idNumberWhen.kind] === idNumberWhen.is) {
    const text = value[idNumberWhen.field];
    if (typeof text === 'string' && text !== '' && !isIdNumber(text)) {
      report(idNumberWhen.field, 'idNumber');
    }
  }
  for (const { field, limit } of atMost ?? []) {
    if (isAbove(value[field], value[limit])) report(field, 'atMost');
  }
  if (reasonBelow !== undefined && isAbove(value[reasonBelow.limit], value[reasonBelow.field])) {
    if (isEmpty(value[reasonBelow.reason])) report(reasonBelow.reason, 'reasonBelow');
  }
  if (oneNeeded?.every((field) => isEmpty(value[field])) === true) {
    report(oneNeeded[0] ?? '', 'oneNeeded');
  }
  const named = (differ ?? []).filter((field) => !isEmpty(value[field]));
  if (new Set(named.map((field) => value[field])).size < named.length) {
    report(named.at(-1) ?? '', 'differ');
  }
  return found;
}

function checkAge(
  schema: Schema,
  value: JsonObject,
  path: string,
  context: CheckContext,
): Violation[] {
  const rule = schema.neededUnderAge;
  const number = rule === undefined ? undefined : value[rule.idNumber];
  if (rule === undefined || typeof number !== 'string' || !isBlank(value[rule.field])) return [];
  const birth = birthOfIdNumber(number);
  if (birth === undefined || ageOn(context.today, birth) >= rule.years) return [];
  return [{ path: `${path}/${rule.field}`, rule: 'neededUnderAge', schema, limit: rule.years }];
}

function ageOn(today: string, birth: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

function isAbove(value: Json | undefined, limit: Json | undefined): boolean {
  return typeof value === 'number' && typeof limit === 'number' && value > limit;
}

/** Nothing was filled in: blank text and an empty list count as nothing, `false` and 0 do not. */
/** Nothing in it, or only parts with nothing in them. */
function isBlank(value: Json | undefined): boolean {
  if (!isObject(value)) return isEmpty(value);
  return Object.values(value).every(isBlank);
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
