import { append, type Execution, enqueue, type send } from '../execution/execution.ts';
import type { ProcessGraph, ScopeElement } from '../model/graph.ts';
import type { CreateInstance, Origin, Rejection, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import { activateElements, checkStartElements } from './start-elements.ts';

/** Refuses a creation that cannot begin anywhere. */
export function checkCreation(
  graph: ProcessGraph,
  { origin }: CreateInstance,
): Result<void, Rejection> {
  if (origin.type === 'command' && hasStartElements(origin)) {
    return checkStartElements(graph, origin.startElementIds ?? []);
  }
  if (startEventOf(graph, origin) !== undefined) return success(undefined);
  const message =
    'Expected to create instance of process with none start event, but there is no such event';
  return problem({ code: 'invalid_state', message });
}

/** Activates the process with its variables, then the start event that the origin names. */
export function createInstance(execution: Execution, command: CreateInstance): void {
  const { graph, state } = execution;
  const { key } = state;
  const { bpmnProcessId: elementId } = graph;
  const { origin } = command;
  append(execution, {
    type: 'element_activating',
    elementInstanceKey: key,
    elementId,
    elementType: 'process',
    flowIds: [],
  });
  const isMessage = origin.type === 'message';
  if (!isMessage && Object.keys(command.variables).length > 0) {
    append(execution, { type: 'variables_set', scopeKey: key, values: command.variables });
  }
  append(execution, { type: 'element_activated', elementInstanceKey: key, elementId });
  if (origin.type === 'command' && hasStartElements(origin)) {
    activateElements(execution, origin.startElementIds ?? []);
    return;
  }
  enqueue(execution, {
    type: 'activate',
    elementId: startEventOf(graph, origin) ?? '',
    flowScopeKey: key,
    ...(isMessage ? { trigger: { variables: command.variables, local: false } } : {}),
  });
}

/** A child that cannot begin is told to the call activity, which gets the incident. */
export function refuseChild(
  { processInstanceKey, origin }: CreateInstance,
  { message }: Rejection,
): Parameters<typeof send>[2] | undefined {
  if (origin.type !== 'call') return undefined;
  const { elementInstanceKey } = origin.parent;
  return {
    type: 'child_refused',
    elementInstanceKey,
    childProcessInstanceKey: processInstanceKey,
    message,
  };
}

function hasStartElements(origin: Extract<Origin, { readonly type: 'command' }>): boolean {
  return origin.startElementIds !== undefined && origin.startElementIds.length > 0;
}

function startEventOf(graph: ProcessGraph, origin: Origin): string | undefined {
  const id =
    'startElementId' in origin
      ? origin.startElementId
      : (graph.elements.get(graph.bpmnProcessId) as ScopeElement | undefined)?.startEventId;
  return id !== undefined && graph.elements.has(id) ? id : undefined;
}
