import { evaluate, typeName } from '../execution/evaluate.ts';
import type { Execution } from '../execution/execution.ts';
import { createJob } from '../execution/jobs.ts';
import type { Expression } from '../model/expression.ts';
import type { UserTaskElement } from '../model/graph.ts';
import { type Failure, type JsonValue, problem, type Result, success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import type { Behavior } from './behavior.ts';

const PREFIX = 'io.camunda.zeebe:';

/** A job of type `io.camunda.zeebe:userTask`; who may do it stands in reserved headers. */
export const userTask: Behavior<UserTaskElement> = {
  onActivate(execution, element, instance) {
    const headers = evaluateHeaders(execution, element, instance);
    return headers.ok ? createJob(execution, instance, element.job, headers.value) : headers;
  },
};

type Header = readonly [name: string, value: string];

function evaluateHeaders(
  execution: Execution,
  element: UserTaskElement,
  instance: ElementInstance,
): Result<Readonly<Record<string, string>>, Failure> {
  const found: Header[] = [];
  const { formKey } = element;
  for (const name of ['assignee', 'dueDate', 'followUpDate'] as const) {
    const header = evaluateText(execution, element[name], instance);
    if (!header.ok) return header;
    if (header.value !== undefined) found.push([`${PREFIX}${name}`, header.value]);
  }
  for (const name of ['candidateGroups', 'candidateUsers'] as const) {
    const header = evaluateNames(execution, element[name], instance);
    if (!header.ok) return header;
    if (header.value !== undefined) found.push([`${PREFIX}${name}`, header.value]);
  }
  if (formKey !== undefined) found.push([`${PREFIX}formKey`, formKey]);
  return success(Object.fromEntries(found));
}

/** A text, or nothing when there is no expression or it is null. */
function evaluateText(
  execution: Execution,
  expression: Expression | undefined,
  instance: ElementInstance,
): Result<string | undefined, Failure> {
  if (expression === undefined) return success(undefined);
  const evaluated = evaluate(execution, expression, instance.key);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (value === null) return success(undefined);
  return typeof value === 'string' ? success(value) : wrongType(expression, 'STRING', value);
}

/** A list of names as JSON text; a static text is a list with commas. */
function evaluateNames(
  execution: Execution,
  expression: Expression | undefined,
  instance: ElementInstance,
): Result<string | undefined, Failure> {
  if (expression === undefined) return success(undefined);
  if (expression.kind === 'static') {
    return success(JSON.stringify(expression.text.split(',').map((name) => name.trim())));
  }
  const evaluated = evaluate(execution, expression, instance.key);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  if (value === null) return success(undefined);
  const isNames = Array.isArray(value) && value.every((name) => typeof name === 'string');
  return isNames ? success(JSON.stringify(value)) : wrongType(expression, 'ARRAY', value);
}

function wrongType(
  expression: Expression,
  expected: string,
  value: JsonValue,
): Result<never, Failure> {
  const message =
    `Expected result of the expression '${expression.text}' to be '${expected}', ` +
    `but was '${typeName(value)}'.`;
  return problem({ code: 'extract_value_error', message });
}
