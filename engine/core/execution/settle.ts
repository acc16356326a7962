import type { Key } from '../records/index.ts';
import { flowScope, isEmpty } from '../state/find.ts';
import type { ElementInstance } from '../state/instance.ts';
import {
  append,
  behaviorOf,
  type Execution,
  enqueue,
  graphElement,
  isOpen,
  send,
} from './execution.ts';

/**
 * Something directly inside a scope has ended: ends the scope's own termination, starts the
 * event sub-process that waited for it, or lets the scope's behavior go on.
 */
export function settle(execution: Execution, scope: ElementInstance): void {
  if (scope.state === 'terminating') {
    if (scope.childKeys.size === 0) finishTermination(execution, scope);
    return;
  }
  if (scope.pending !== undefined) {
    if (scope.childKeys.size === 0) startInterruption(execution, scope);
    return;
  }
  if (hasWork(execution, scope.key)) return;
  const element = graphElement(execution, scope.elementId);
  behaviorOf(execution, scope.elementType).onChildEnded?.(execution, element, scope);
}

/** The last act of a termination: what interrupted the element may now be handled. */
export function finishTermination(execution: Execution, instance: ElementInstance): void {
  const { key: elementInstanceKey, elementId, elementType, pending } = instance;
  const scope = flowScope(execution.state, instance);
  append(execution, { type: 'element_terminated', elementInstanceKey, elementId, elementType });
  if (scope === undefined) {
    endInstance(execution, 'terminated');
    return;
  }
  if (pending !== undefined && isOpen(scope) && isBoundary(execution, pending.elementId)) {
    const { elementId: handlerId, trigger } = pending;
    const handler = { elementId: handlerId, flowScopeKey: scope.key, trigger };
    enqueue(execution, { type: 'activate', ...handler });
  }
  settle(execution, scope);
}

/** An event sub-process that has not started yet goes with the scope that it was for. */
function isBoundary(execution: Execution, elementId: string): boolean {
  return graphElement(execution, elementId).type === 'boundary_event';
}

/** The instance is over; a parent is told. */
export function endInstance(execution: Execution, outcome: 'completed' | 'terminated'): void {
  const { state } = execution;
  append(execution, { type: 'instance_ended', definition: state.definition, outcome });
  if (state.origin.type !== 'call') return;
  const { processInstanceKey, elementInstanceKey } = state.origin.parent;
  const child = { elementInstanceKey, childProcessInstanceKey: state.key };
  const variables = Object.fromEntries(state.elements.get(state.key)?.variables ?? []);
  send(
    execution,
    processInstanceKey,
    outcome === 'completed'
      ? { type: 'complete_child', ...child, variables }
      : { type: 'child_terminated', ...child },
  );
}

/** Nothing is in the scope, and nothing is about to come into it. */
export function isDrained(execution: Execution, scope: ElementInstance): boolean {
  return isEmpty(scope) && !hasWork(execution, scope.key);
}

/** Handlers and inner instances come without a token: they are seen in the queue only. */
function hasWork(execution: Execution, scopeKey: Key): boolean {
  return execution.queue.some(
    ({ work }) =>
      work.type === 'activate' && work.flowScopeKey === scopeKey && work.flowId === undefined,
  );
}

/** Of the two kinds of interruption only the event sub-process leaves its scope alive. */
function startInterruption(execution: Execution, scope: ElementInstance): void {
  if (scope.pending === undefined) return;
  const { elementId, trigger } = scope.pending;
  const start = graphElement(execution, elementId);
  if (start.type !== 'start_event' || start.scopeId === undefined) return;
  append(execution, { type: 'interruption_handled', elementInstanceKey: scope.key });
  const handler = { elementId: start.scopeId, flowScopeKey: scope.key, trigger };
  enqueue(execution, { type: 'activate', ...handler });
}
