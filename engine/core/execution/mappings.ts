import type { Mapping } from '../model/graph.ts';
import type { Failure, JsonDocument, JsonValue, Key, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import { evaluate } from './evaluate.ts';
import type { Execution } from './execution.ts';
import { visibleFrom } from './lookup.ts';
import { checkSizes } from './sizes.ts';

/** A context under construction. */
type Draft = Map<string, JsonValue | Draft>;

/**
 * Input mappings: evaluated side by side with the variables around the element; none sees the
 * result of another. Dotted targets build contexts among themselves.
 */
export function evaluateInputs(
  execution: Execution,
  mappings: readonly Mapping[],
  scopeKey: Key,
): Result<JsonDocument, Failure> {
  const drafted = evaluateMappings(execution, mappings, scopeKey);
  return drafted.ok ? limited(execution, toDocument(drafted.value)) : drafted;
}

/**
 * Output mappings: evaluated with the element's own variables in sight. A dotted target merges
 * into the context variable that is already there.
 */
export function evaluateOutputs(
  execution: Execution,
  mappings: readonly Mapping[],
  scopeKey: Key,
): Result<JsonDocument, Failure> {
  const drafted = evaluateMappings(execution, mappings, scopeKey);
  if (!drafted.ok) return drafted;
  const lookup = visibleFrom(execution.state, scopeKey);
  const merged = [...drafted.value].map(([name, value]): [string, JsonValue] => [
    name,
    value instanceof Map ? mergeInto(lookup.get(name), value) : value,
  ]);
  return limited(execution, Object.fromEntries(merged));
}

function limited({ state }: Execution, values: JsonDocument): Result<JsonDocument, Failure> {
  const checked = checkSizes(values, state.variableBytes);
  return checked.ok
    ? success(values)
    : problem({ code: 'io_mapping_error', message: checked.problem });
}

function evaluateMappings(
  execution: Execution,
  mappings: readonly Mapping[],
  scopeKey: Key,
): Result<Draft, Failure> {
  const draft: Draft = new Map();
  for (const { source, target } of mappings) {
    const evaluated = evaluate(execution, source, scopeKey);
    if (!evaluated.ok) return problem({ ...evaluated.problem, code: 'io_mapping_error' });
    place(draft, target, evaluated.value);
  }
  return success(draft);
}

function place(draft: Draft, target: readonly string[], value: JsonValue): void {
  let context = draft;
  for (const name of target.slice(0, -1)) {
    const inner = context.get(name);
    const next: Draft = inner instanceof Map ? inner : new Map();
    context.set(name, next);
    context = next;
  }
  context.set(target.at(-1) ?? '', value);
}

function mergeInto(existing: JsonValue | undefined, draft: Draft): JsonValue {
  if (!isContext(existing)) return toDocument(draft);
  const merged = [...draft].map(([name, value]): [string, JsonValue] => [
    name,
    value instanceof Map ? mergeInto(existing[name], value) : value,
  ]);
  return { ...existing, ...Object.fromEntries(merged) };
}

function isContext(value: JsonValue | undefined): value is JsonDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toDocument(draft: Draft): JsonDocument {
  return Object.fromEntries(
    [...draft].map(([name, value]) => [name, value instanceof Map ? toDocument(value) : value]),
  );
}
