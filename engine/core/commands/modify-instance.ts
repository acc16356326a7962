import { type Execution, enqueue, graphElement } from '../execution/execution.ts';
import { scopesFrom } from '../execution/lookup.ts';
import { setLocal } from '../execution/variables.ts';
import type { GraphElement } from '../model/graph.ts';
import type { ActivateInstruction, Key, Rejection, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import type { CommandHandler } from './command-handler.ts';
import { ensureScope, scopesAround, startFault } from './start-elements.ts';

/** Activates and terminates elements of a running instance: activations first. */
export const modifyInstance: CommandHandler<'modify_instance'> = (execution, command) => {
  for (const instruction of command.activate) {
    const checked = checkActivation(execution, instruction);
    if (!checked.ok) return checked;
  }
  for (const { elementInstanceKey } of command.terminate) {
    const checked = checkTermination(execution, elementInstanceKey);
    if (!checked.ok) return checked;
  }
  for (const instruction of command.activate) activateElement(execution, instruction);
  terminateElements(
    execution,
    command.terminate.map(({ elementInstanceKey }) => elementInstanceKey),
  );
  return success(undefined);
};

function checkActivation(
  execution: Execution,
  { elementId, ancestorElementInstanceKey, variableInstructions }: ActivateInstruction,
): Result<void, Rejection> {
  const { graph, state } = execution;
  const fault = startFault(graph, elementId);
  if (fault !== undefined) return refuse(fault);
  const element = graphElement(execution, elementId);
  const around = new Set([
    ...scopesAround(graph, element).map(({ id }) => id),
    graph.bpmnProcessId,
  ]);
  const foreign = variableInstructions?.find(
    ({ scopeId }) => scopeId !== undefined && scopeId !== elementId && !around.has(scopeId),
  );
  if (foreign !== undefined) {
    return refuse(
      `Expected '${foreign.scopeId}' to be a flow scope of '${elementId}', but it is not`,
    );
  }
  if (ancestorElementInstanceKey !== undefined) {
    const ancestor = state.elements.get(ancestorElementInstanceKey);
    const isAround = ancestor !== undefined && around.has(ancestor.elementId);
    return isAround
      ? success(undefined)
      : refuse(
          `Expected element instance '${ancestorElementInstanceKey}' to be an active ancestor ` +
            `of '${elementId}', but it is not`,
        );
  }
  return checkSingleScope(execution, element);
}

/** Without an ancestor to choose, there may be one instance of each scope around at most. */
function checkSingleScope(execution: Execution, element: GraphElement): Result<void, Rejection> {
  for (const scope of scopesAround(execution.graph, element)) {
    const candidates = activeInstances(execution, scope.id);
    if (candidates.length > 1) {
      return refuse(
        `Expected one active instance of '${scope.id}' around '${element.id}', ` +
          `but there are ${candidates.length}. ` +
          'Select one with an ancestor element instance key.',
      );
    }
  }
  return success(undefined);
}

function checkTermination(execution: Execution, key: Key): Result<void, Rejection> {
  const instance = execution.state.elements.get(key);
  const isEnded = instance === undefined || instance.state === 'terminating';
  return isEnded
    ? refuse(`Expected element instance '${key}' to be active in the instance, but it is not`)
    : success(undefined);
}

function activateElement(execution: Execution, instruction: ActivateInstruction): void {
  const { elementId, ancestorElementInstanceKey, variableInstructions = [] } = instruction;
  const element = graphElement(execution, elementId);
  const scopes = knownScopes(execution, element, ancestorElementInstanceKey);
  const flowScopeKey = ensureScope(execution, element, scopes);
  for (const { scopeId, variables } of variableInstructions) {
    if (scopeId === elementId) continue;
    const scopeKey = scopes.get(scopeId ?? '') ?? execution.state.key;
    setLocal(execution, scopeKey, variables);
  }
  enqueue(execution, { type: 'activate', elementId, flowScopeKey });
}

/** The scope instances to use: the chosen ancestor and what is around it, else the only ones. */
function knownScopes(
  execution: Execution,
  element: GraphElement,
  ancestorKey: Key | undefined,
): Map<string, Key> {
  const { graph, state } = execution;
  const scopes = new Map<string, Key>([[graph.bpmnProcessId, state.key]]);
  if (ancestorKey !== undefined) {
    for (const scope of scopesFrom(state, ancestorKey)) scopes.set(scope.elementId, scope.key);
    return scopes;
  }
  for (const scope of scopesAround(graph, element)) {
    const [only] = activeInstances(execution, scope.id);
    if (only !== undefined) scopes.set(scope.id, only.key);
  }
  return scopes;
}

function activeInstances(execution: Execution, elementId: string): readonly ElementInstance[] {
  return [...execution.state.elements.values()].filter(
    (instance) =>
      instance.elementId === elementId &&
      instance.elementType !== 'multi_instance_body' &&
      instance.state === 'activated',
  );
}

/** Scopes that the terminations leave empty are terminated too, up to the process. */
function terminateElements(execution: Execution, keys: readonly Key[]): void {
  const { state } = execution;
  const doomed = new Set(keys);
  for (const key of keys) {
    for (const scope of scopesFrom(state, key)) {
      if (!doomed.has(scope.key) && !isLeftEmpty(execution, scope, doomed)) break;
      doomed.add(scope.key);
    }
  }
  for (const key of doomed) {
    const scopeKey = state.elements.get(key)?.flowScopeKey;
    if (scopeKey === undefined || !doomed.has(scopeKey))
      enqueue(execution, { type: 'terminate', key });
  }
}

/** Whether all in the scope goes, and nothing comes. */
function isLeftEmpty(
  execution: Execution,
  scope: ElementInstance,
  doomed: ReadonlySet<Key>,
): boolean {
  const isComing = execution.queue.some(
    ({ work }) => work.type === 'activate' && work.flowScopeKey === scope.key,
  );
  const isAllDoomed = [...scope.childKeys].every((key) => doomed.has(key));
  return isAllDoomed && scope.tokens.size === 0 && !isComing;
}

function refuse(message: string): Result<never, Rejection> {
  return problem({ code: 'invalid_argument', message });
}
