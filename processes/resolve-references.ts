import { isObject, type Json, type JsonObject } from '../forms/schema.ts';

const DEPTH_MAX = 32;

/**
 * Puts the fragments of `forms/fragments` in place of their references; what stands beside a
 * reference, such as a title, overrides the fragment. Only data of the reference's own kind remains.
 */
export function resolveReferences(
  schema: Json,
  fragments: ReadonlyMap<string, Json>,
  file: string,
  depth = 0,
): Json {
  if (depth > DEPTH_MAX) throw new Error(`Expected ${file} to nest at most ${DEPTH_MAX} deep`);
  if (Array.isArray(schema)) {
    return schema.map((item) => resolveReferences(item, fragments, file, depth + 1));
  }
  if (!isObject(schema)) return schema;
  const { $ref: reference, ...own } = schema;
  if (typeof reference !== 'string') return resolveFields(schema, fragments, file, depth);
  const fragment = fragmentOf(reference, fragments, file);
  return resolveFields({ ...fragment, ...own }, fragments, file, depth);
}

function resolveFields(
  schema: JsonObject,
  fragments: ReadonlyMap<string, Json>,
  file: string,
  depth: number,
): JsonObject {
  const fields = Object.entries(schema).map(([key, value]) => [
    key,
    value === undefined ? undefined : resolveReferences(value, fragments, file, depth + 1),
  ]);
  return Object.fromEntries(fields);
}

function fragmentOf(
  reference: string,
  fragments: ReadonlyMap<string, Json>,
  file: string,
): JsonObject {
  const [name = '', pointer = ''] = reference.split('#');
  let value: Json | undefined = fragments.get(name);
  for (const key of pointer.split('/').slice(1)) {
    value = isObject(value) ? value[key] : undefined;
  }
  if (isObject(value)) return value;
  throw new Error(`Expected ${file} to refer to a fragment, but ${reference} does not exist`);
}
