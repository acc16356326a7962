import { fits } from './check-schema.ts';
import { isObject, type Json, type JsonObject, type Schema } from './schema.ts';
import { todayInShanghai } from './validate.ts';

/** The schema as it applies to this data: every branch whose condition holds is merged in. */
export function shapeOf(schema: Schema, data: Json | undefined): Schema {
  const today = todayInShanghai(new Date());
  let shape: Schema = schema;
  // A branch may bring a field that decides another branch, but never more often than there are.
  for (const part of [schema, ...(schema.allOf ?? [])]) {
    if (part !== schema) shape = merged(shape, part);
    if (part.if === undefined) continue;
    const branch = fits(part.if, data ?? {}, { today }) ? part.then : part.else;
    if (branch !== undefined) shape = merged(shape, shapeOf(branch, data));
  }
  return shape;
}

function merged(shape: Schema, part: Schema): Schema {
  return {
    ...shape,
    properties: { ...shape.properties, ...part.properties },
    required: [...new Set([...(shape.required ?? []), ...(part.required ?? [])])],
  };
}

/** The schema at a place of the data, branches merged in on the way; nothing where none applies. */
export function shapeAt(schema: Schema, data: JsonObject, pointer: string): Schema | undefined {
  let shape: Schema | undefined = shapeOf(schema, data);
  let value: Json | undefined = data;
  for (const key of pointer.split('/').filter((part) => part !== '')) {
    const inner: Schema | undefined = shape.properties?.[key];
    if (inner === undefined) return undefined;
    value = isObject(value) ? value[key] : undefined;
    shape = shapeOf(inner, value);
  }
  return shape;
}

/** The value at a place of the data. */
export function valueAt(data: JsonObject, pointer: string): Json | undefined {
  let value: Json | undefined = data;
  for (const key of pointer.split('/').filter((part) => part !== '')) {
    if (!isObject(value)) return undefined;
    value = value[key];
  }
  return value;
}

/**
 * The data without what was left empty or belongs to a branch that no longer applies, so that a group
 * that was opened and left is as good as never touched.
 */
export function pruned(schema: Schema, data: JsonObject): JsonObject {
  const shape = shapeOf(schema, data);
  const kept: Record<string, Json> = {};
  for (const [key, value] of Object.entries(data)) {
    const inner = shape.properties?.[key];
    if (inner === undefined || value === undefined || value === '') continue;
    const rest = isObject(value) ? pruned(inner, value) : value;
    if (isObject(rest) && Object.keys(rest).length === 0) continue;
    kept[key] = rest;
  }
  return kept;
}
