import { evaluateString } from '../execution/evaluate.ts';
import { boundaryCatchers, openEvents } from '../execution/events.ts';
import { append, type Execution, send } from '../execution/execution.ts';
import { CALL_DEPTH_MAX } from '../execution/limits.ts';
import { visibleDocument } from '../execution/lookup.ts';
import type { CallActivityElement } from '../model/graph.ts';
import {
  type DefinitionReference,
  type Failure,
  type JsonDocument,
  problem,
  type Result,
  success,
} from '../records/index.ts';
import type { ElementInstance, InstanceState } from '../state/instance.ts';
import type { Behavior } from './behavior.ts';

/** Starts an instance of another process and waits for its end; stops it when stopped itself. */
export const callActivity: Behavior<CallActivityElement> = {
  onActivate(execution, element, instance) {
    const definition = findProcess(execution, element, instance);
    if (!definition.ok) return definition;
    const opened = openEvents(execution, instance, boundaryCatchers(execution, instance));
    if (!opened.ok) return opened;
    startChild(execution, instance, definition.value, childVariables(execution, element, instance));
    return success('wait');
  },

  onTerminate(execution, _element, instance) {
    if (instance.childInstanceKey === undefined) return 'complete';
    send(execution, instance.childInstanceKey, { type: 'terminate_child' });
    return 'wait';
  },
};

function findProcess(
  execution: Execution,
  element: CallActivityElement,
  instance: ElementInstance,
): Result<DefinitionReference, Failure> {
  const processId = evaluateString(execution, element.processId, instance.key);
  if (!processId.ok) return processId;
  if (depthOf(execution.state) >= CALL_DEPTH_MAX) {
    return refuse(`Expected at most ${CALL_DEPTH_MAX} call activities above one another`);
  }
  const definition = execution.environment.process(processId.value);
  return definition === undefined
    ? refuse(
        `Expected process with BPMN process id '${processId.value}' to be deployed, but not found.`,
      )
    : success(definition);
}

function childVariables(
  { state }: Execution,
  element: CallActivityElement,
  instance: ElementInstance,
): JsonDocument {
  return element.propagateAllParentVariables
    ? visibleDocument(state, instance.key)
    : Object.fromEntries(instance.variables);
}

function startChild(
  execution: Execution,
  instance: ElementInstance,
  definition: DefinitionReference,
  variables: JsonDocument,
): void {
  const childProcessInstanceKey = execution.environment.nextKey();
  const parent = { processInstanceKey: execution.state.key, elementInstanceKey: instance.key };
  append(execution, {
    type: 'child_called',
    elementInstanceKey: instance.key,
    childProcessInstanceKey,
  });
  send(execution, childProcessInstanceKey, {
    type: 'create_instance',
    processInstanceKey: childProcessInstanceKey,
    definition,
    variables,
    origin: { type: 'call', parent, depth: depthOf(execution.state) + 1 },
  });
}

function depthOf({ origin }: InstanceState): number {
  return origin.type === 'call' ? origin.depth : 0;
}

function refuse(message: string): Result<never, Failure> {
  return problem({ code: 'called_element_error', message });
}
