import type { Lookup, Warning } from '../../feel/index.ts';
import type { Environment } from '../environment.ts';
import type { Expression } from '../model/expression.ts';
import type { Failure, JsonDocument, JsonValue, Key, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import type { Execution } from './execution.ts';
import { visibleFrom } from './lookup.ts';

/** A value with the warnings of its evaluation, which a type error repeats. */
interface Evaluated {
  readonly value: JsonValue;
  readonly warnings: readonly Warning[];
}

/** Evaluates an expression with the variables visible from a scope. */
export function evaluate(
  execution: Execution,
  expression: Expression,
  scopeKey: Key | undefined,
): Result<JsonValue, Failure> {
  const evaluated = run(execution, expression, scopeKey);
  return evaluated.ok ? success(evaluated.value.value) : evaluated;
}

/** Evaluates an expression that must give a text. */
export function evaluateString(
  execution: Execution,
  expression: Expression,
  scopeKey: Key,
): Result<string, Failure> {
  return typed(run(execution, expression, scopeKey), expression, isString, "'STRING'");
}

/** Evaluates a condition: strictly true or false. */
export function evaluateBoolean(
  execution: Execution,
  expression: Expression,
  lookup: Key | Lookup,
): Result<boolean, Failure> {
  return typed(run(execution, expression, lookup), expression, isBoolean, "'BOOLEAN'");
}

/** Evaluates an expression that must give a list. */
export function evaluateList(
  execution: Execution,
  expression: Expression,
  scopeKey: Key,
): Result<readonly JsonValue[], Failure> {
  return typed(run(execution, expression, scopeKey), expression, isList, "'ARRAY'");
}

/** Evaluates an expression that must give a whole number; a static text is read as one. */
export function evaluateInteger(
  execution: Execution,
  expression: Expression,
  scopeKey: Key,
): Result<number, Failure> {
  const evaluated = run(execution, expression, scopeKey);
  if (!evaluated.ok) return evaluated;
  const { value, warnings } = evaluated.value;
  const number = expression.kind === 'static' && value !== '' ? Number(value) : value;
  return typed(success({ value: number, warnings }), expression, isInteger, "'NUMBER'");
}

/** Evaluates without an instance: start timers, which have no variables. */
export function evaluateAlone(
  expression: Expression,
  environment: Pick<Environment, 'now' | 'zone'>,
  variables: JsonDocument = {},
): Result<JsonValue, Failure> {
  const evaluated = runFeel(expression, environment, documentLookup(variables));
  return evaluated.ok ? success(evaluated.value.value) : evaluated;
}

/** Some variables in front of others. */
export function overlay(front: JsonDocument, behind: Lookup): Lookup {
  const get = (name: string) => (Object.hasOwn(front, name) ? front[name] : behind.get(name));
  return { get, has: (name) => get(name) !== undefined };
}

/** The failure of an expression whose value has the wrong type. */
export function wrongType(
  expression: Expression,
  expected: string,
  { value, warnings }: Evaluated,
): Failure {
  const message =
    `Expected result of the expression '${expression.text}' to be ${expected}, ` +
    `but was '${typeName(value)}'.${describeWarnings(warnings)}`;
  return { code: 'extract_value_error', message };
}

/** Zeebe's name for the type of a JSON value. */
export function typeName(value: JsonValue): string {
  if (value === null) return 'NULL';
  if (Array.isArray(value)) return 'ARRAY';
  return typeof value === 'object' ? 'OBJECT' : (typeof value).toUpperCase();
}

function typed<Value extends JsonValue>(
  evaluated: Result<Evaluated, Failure>,
  expression: Expression,
  is: (value: JsonValue) => value is Value,
  expected: string,
): Result<Value, Failure> {
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated.value;
  return is(value) ? success(value) : problem(wrongType(expression, expected, evaluated.value));
}

function run(
  execution: Execution,
  expression: Expression,
  from: Key | Lookup | undefined,
): Result<Evaluated, Failure> {
  if (expression.kind === 'static') return success({ value: expression.text, warnings: [] });
  const { state, environment } = execution;
  const lookup = typeof from === 'object' ? from : visibleFrom(state, from);
  return runFeel(expression, environment, lookup);
}

function runFeel(
  expression: Expression,
  { now, zone }: Pick<Environment, 'now' | 'zone'>,
  lookup: Lookup,
): Result<Evaluated, Failure> {
  if (expression.kind === 'static') return success({ value: expression.text, warnings: [] });
  const evaluation = expression.compiled.evaluate(lookup, { now, zone });
  if (evaluation.ok) return success({ value: evaluation.value, warnings: evaluation.warnings });
  const message =
    `Failed to evaluate expression '${expression.text}': ${evaluation.message}` +
    describeWarnings(evaluation.warnings);
  return problem({ code: 'extract_value_error', message });
}

function documentLookup(variables: JsonDocument): Lookup {
  return overlay(variables, { get: () => undefined, has: () => false });
}

function describeWarnings(warnings: readonly Warning[]): string {
  if (warnings.length === 0) return '';
  const lines = warnings.map(({ message }) => message).join('\n');
  return ` The evaluation reported the following warnings:\n${lines}`;
}

const isString = (value: JsonValue): value is string => typeof value === 'string';
const isBoolean = (value: JsonValue): value is boolean => typeof value === 'boolean';
const isInteger = (value: JsonValue): value is number => Number.isInteger(value);
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
