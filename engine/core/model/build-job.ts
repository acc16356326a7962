import { type BuildContext, readExpression } from './build-context.ts';
import type { JobDefinition } from './graph.ts';
import { problemAt } from './problem.ts';
import { childrenOf, extensionOf, type SourceNode } from './source.ts';

/** Header keys that the engine itself writes. */
const RESERVED_HEADER_PREFIX = 'io.camunda.zeebe:';

/** The type of the jobs that user tasks are. */
export const USER_TASK_JOB_TYPE = 'io.camunda.zeebe:userTask';

/** Reads `zeebe:taskDefinition`; undefined when the element has none. */
export function buildJob(node: SourceNode, context: BuildContext): JobDefinition | undefined {
  const definition = extensionOf(node, 'TaskDefinition');
  if (definition === undefined) return undefined;
  const place = { node, tags: ['extensionElements', 'taskDefinition'] };
  return {
    type: readExpression(context, place, definition.attributes.type),
    retries: readExpression(context, place, definition.attributes.retries ?? '3'),
    headers: buildHeaders(node, context),
  };
}

/** The job of a user task: fixed type, one try. */
export function buildUserTaskJob(node: SourceNode, context: BuildContext): JobDefinition {
  return {
    type: { kind: 'static', text: USER_TASK_JOB_TYPE },
    retries: { kind: 'static', text: '1' },
    headers: buildHeaders(node, context),
  };
}

function buildHeaders(node: SourceNode, context: BuildContext): Readonly<Record<string, string>> {
  const headers = extensionOf(node, 'TaskHeaders');
  if (headers === undefined) return {};
  const found = new Map<string, string>();
  for (const { attributes } of childrenOf(headers, 'values')) {
    const { key = '', value = '' } = attributes;
    if (key === '') continue;
    const fault = headerFault(key, found.has(key));
    if (fault !== undefined) {
      context.problems.push(problemAt(node, fault, 'extensionElements', 'taskHeaders'));
    }
    found.set(key, value);
  }
  return Object.fromEntries(found);
}

function headerFault(key: string, isTaken: boolean): string | undefined {
  if (key.startsWith(RESERVED_HEADER_PREFIX)) {
    const prefix = RESERVED_HEADER_PREFIX;
    return `Expected no task header key that begins with '${prefix}', but found '${key}'`;
  }
  return isTaken ? `Expected task header keys to be unique, but found '${key}' twice` : undefined;
}
