import { boundaryCatchers, eventSubProcessCatchers, openEvents } from '../execution/events.ts';
import { append, type Execution, enqueue, graphElement } from '../execution/execution.ts';
import { raiseIncident } from '../execution/incidents.ts';
import type { GraphElement, ProcessGraph } from '../model/graph.ts';
import type { Key, Rejection, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import { elementInstance } from '../state/find.ts';

/** Refuses start instructions that name something where no token can be put. */
export function checkStartElements(
  graph: ProcessGraph,
  elementIds: readonly string[],
): Result<void, Rejection> {
  for (const id of elementIds) {
    const fault = startFault(graph, id);
    if (fault !== undefined) return problem({ code: 'invalid_argument', message: fault });
  }
  return success(undefined);
}

/** Why an element cannot be activated by a client; undefined when it can. */
export function startFault(graph: ProcessGraph, id: string): string | undefined {
  const element = graph.elements.get(id);
  const expected = 'Expected to create instance of process with start instructions but';
  if (element === undefined || element.type === 'process') {
    return `${expected} no element found with id '${id}'.`;
  }
  const fault = placeFault(graph, element);
  return fault === undefined ? undefined : `${expected} the element with id '${id}' ${fault}`;
}

function placeFault(graph: ProcessGraph, element: GraphElement): string | undefined {
  if (element.type === 'start_event' || element.type === 'boundary_event') {
    return `targets unsupported element type '${element.type.toUpperCase()}'.`;
  }
  if (scopesAround(graph, element).some((scope) => scope.multiInstance !== undefined)) {
    return (
      'is inside a multi-instance subprocess. The creation of elements inside a ' +
      'multi-instance subprocess is not supported.'
    );
  }
  return isBehindEventGateway(graph, element)
    ? 'belongs to an event-based gateway. The creation of elements belonging to an ' +
        'event-based gateway is not supported.'
    : undefined;
}

/** Activates elements, creating the scopes above them that are not there yet. */
export function activateElements(execution: Execution, elementIds: readonly string[]): void {
  const scopes = new Map<string, Key>([[execution.graph.bpmnProcessId, execution.state.key]]);
  openScope(execution, execution.state.key);
  for (const id of elementIds) {
    const element = graphElement(execution, id);
    const flowScopeKey = ensureScope(execution, element, scopes);
    enqueue(execution, { type: 'activate', elementId: id, flowScopeKey });
  }
}

/** The scopes around an element, innermost first, without the process. */
export function scopesAround(graph: ProcessGraph, element: GraphElement): readonly GraphElement[] {
  const found: GraphElement[] = [];
  let scope = graph.elements.get(element.scopeId ?? '');
  while (scope !== undefined && scope.type !== 'process') {
    found.push(scope);
    scope = graph.elements.get(scope.scopeId ?? '');
  }
  return found;
}

/** The instance of the scope of an element; made, without its start event, when missing. */
export function ensureScope(
  execution: Execution,
  element: GraphElement,
  scopes: Map<string, Key>,
): Key {
  const scopeId = element.scopeId ?? '';
  const existing = scopes.get(scopeId);
  if (existing !== undefined) return existing;
  const scope = graphElement(execution, scopeId);
  const flowScopeKey = ensureScope(execution, scope, scopes);
  const key = execution.environment.nextKey();
  append(execution, {
    type: 'element_activating',
    elementInstanceKey: key,
    elementId: scopeId,
    elementType: scope.type,
    flowScopeKey,
    flowIds: [],
  });
  append(execution, { type: 'element_activated', elementInstanceKey: key, elementId: scopeId });
  scopes.set(scopeId, key);
  openScope(execution, key);
  return key;
}

/** Without a start event to do it, the events of the scope open at once. */
function openScope(execution: Execution, key: Key): void {
  const scope = elementInstance(execution.state, key);
  const opened = openEvents(execution, scope, [
    ...eventSubProcessCatchers(execution, scope),
    ...boundaryCatchers(execution, scope),
  ]);
  if (!opened.ok) raiseIncident(execution, scope, opened.problem, 'none');
}

function isBehindEventGateway(graph: ProcessGraph, element: GraphElement): boolean {
  return element.incoming.some((flowId) => {
    const source = graph.elements.get(graph.flows.get(flowId)?.sourceId ?? '');
    return source?.type === 'event_based_gateway';
  });
}
