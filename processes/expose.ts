import { isObject, type Json, type JsonObject } from '../forms/schema.ts';
import type { Exposure } from './content.ts';

/** The variables that a starting case hands to the engine: only what decisions need. */
export function exposedVariables(
  exposures: readonly Exposure[],
  data: JsonObject,
): Record<string, Json> {
  return Object.fromEntries(
    exposures.map((exposure) => [exposure.variable, exposedValue(exposure, data)]),
  );
}

/** The fields that a task's `expose` header names, nested as they are in the form. */
export function exposedForm(expose: string, data: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const field of expose.split(',').map((name) => name.trim())) {
    const value = data[field];
    if (field !== '' && value !== undefined) result[field] = value;
  }
  return result;
}

function exposedValue({ path, as, field }: Exposure, data: JsonObject): Json {
  const value = valueAt(data, path);
  switch (as) {
    case 'value':
      return value ?? null;
    case 'filled':
      return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
    case 'count':
      return Array.isArray(value) ? value.length : 0;
    case 'sum':
      return Array.isArray(value) ? sumOf(value, field ?? '') : 0;
    default:
      return as satisfies never;
  }
}

function sumOf(items: readonly Json[], field: string): number {
  return items.reduce<number>((total, item) => {
    const amount = isObject(item) ? item[field] : 0;
    return total + (typeof amount === 'number' ? amount : 0);
  }, 0);
}

function valueAt(data: Json, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path.split('/').slice(1)) {
    if (!isObject(value)) return undefined;
    value = value[key];
  }
  return value;
}
