import type { ErrorThrower, Failure, JsonDocument, Key, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import { boundaryCatchers, type Catcher, eventSubProcessCatchers } from './events.ts';
import { type Execution, graphElement, send } from './execution.ts';
import { scopesFrom } from './lookup.ts';
import { triggerEvent } from './trigger.ts';

/** A BPMN error on its way to a catcher. */
export interface ThrownError {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: JsonDocument;
}

/**
 * - `caught`: something in this instance handles it.
 * - `passed_on`: the parent instance looks for a catcher; it answers when it has none.
 */
export type ErrorFate = 'caught' | 'passed_on';

/**
 * Looks for a catcher from the throwing element outwards, then in the parent instances. In one
 * scope the exact code goes before "any error". Nobody catches it: a failure, for an incident.
 */
export function throwError(
  execution: Execution,
  instance: ElementInstance,
  error: ThrownError,
  thrower: ErrorThrower = {
    processInstanceKey: execution.state.key,
    elementInstanceKey: instance.key,
  },
): Result<ErrorFate, Failure> {
  if (isDoomed(execution, instance)) return success('caught');
  const { state } = execution;
  for (const scope of scopesFrom(state, instance.key)) {
    const catcher = findCatcher(execution, scope, error.errorCode);
    if (catcher === undefined) continue;
    // As in Zeebe: variables stay in a boundary event, but leave an event sub-process's start.
    const local = graphElement(execution, catcher.elementId).type === 'boundary_event';
    const trigger = { variables: error.variables, local };
    triggerEvent(execution, scope, catcher.elementId, trigger);
    return success('caught');
  }
  if (state.origin.type !== 'call') return problem(uncaught(execution, instance, error));
  const { processInstanceKey, elementInstanceKey } = state.origin.parent;
  send(execution, processInstanceKey, {
    type: 'propagate_error',
    elementInstanceKey,
    thrower,
    ...error,
  });
  return success('passed_on');
}

/** The failure of an error that nothing catches. */
export function describeUncaught(
  { errorCode, errorMessage }: Pick<ThrownError, 'errorCode' | 'errorMessage'>,
  available: readonly string[],
): Failure {
  const offers =
    available.length === 0
      ? 'No error events are available in the scope.'
      : `Available error events are [${available.join(', ')}]`;
  const message =
    `Expected to throw an error event with the code '${errorCode}'` +
    (errorMessage === '' ? '' : ` with message '${errorMessage}'`) +
    `, but it was not caught. ${offers}`;
  return { code: 'unhandled_error_event', message };
}

/** The error codes that can be caught from an element outwards, within this instance. */
export function availableCodes(execution: Execution, key: Key): readonly string[] {
  return [...scopesFrom(execution.state, key)]
    .flatMap((scope) => errorCatchers(execution, scope))
    .flatMap(({ event }) => (event.type === 'error' ? (event.errorCode?.text ?? '*') : []));
}

function uncaught(execution: Execution, instance: ElementInstance, error: ThrownError): Failure {
  return describeUncaught(error, availableCodes(execution, instance.key));
}

/** Something around the thrower is being stopped: the error has nothing left to decide. */
function isDoomed(execution: Execution, instance: ElementInstance): boolean {
  return [...scopesFrom(execution.state, instance.key)].some(
    (scope) => scope.state === 'terminating' || scope.pending !== undefined,
  );
}

function findCatcher(
  execution: Execution,
  scope: ElementInstance,
  errorCode: string,
): Catcher | undefined {
  const catchers = errorCatchers(execution, scope);
  const codeOf = ({ event }: Catcher) =>
    event.type === 'error' ? event.errorCode?.text : undefined;
  return (
    catchers.find((catcher) => codeOf(catcher) === errorCode) ??
    catchers.find((catcher) => codeOf(catcher) === undefined)
  );
}

function errorCatchers(execution: Execution, scope: ElementInstance): readonly Catcher[] {
  const handlers = scope.interrupted ? [] : eventSubProcessCatchers(execution, scope);
  return [...handlers, ...boundaryCatchers(execution, scope)].filter(
    ({ event }) => event.type === 'error',
  );
}
