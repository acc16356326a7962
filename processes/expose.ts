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

/**
 * The values that a task's `expose` header names, by their names: `cause`, or computed from the
 * form as `persons=count(household)`, `helpFen=sum(help.amountFen)`, `isNew=filled(newReason)`.
 */
export function exposedForm(expose: string, data: JsonObject): JsonObject {
  const entries = expose
    .split(',')
    .map((text) => exposureOf(text.trim()))
    .filter(({ variable }) => variable !== '')
    .map((exposure) => [exposure.variable, exposedValue(exposure, data)] as const)
    .filter(([, value]) => value !== null);
  return Object.fromEntries(entries);
}

const COMPUTED = /^(\w+)=(count|sum|filled)\((\w+)(?:\.(\w+))?\)$/u;

function exposureOf(text: string): Exposure {
  const [, variable, as, path, field] = COMPUTED.exec(text) ?? [];
  if (variable === undefined) return { variable: text, path: `/${text}`, as: 'value', field: null };
  return { variable, path: `/${path}`, as: as as Exposure['as'], field: field ?? null };
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
