import type { GraphElement } from '../model/graph.ts';
import type { Failure, Key, Result } from '../records/index.ts';
import { success } from '../records/index.ts';
import { flowScope } from '../state/find.ts';
import type { ElementInstance } from '../state/instance.ts';
import { closeEvents } from './events.ts';
import { append, behaviorOf, type Execution, enqueue, graphElement } from './execution.ts';
import { raiseIncident } from './incidents.ts';
import { leaveLoop } from './loop.ts';
import { evaluateOutputs } from './mappings.ts';
import { endInstance, settle } from './settle.ts';
import { propagate } from './variables.ts';

/** Completes an element instance: output mappings, end, outgoing flows. */
export function complete(execution: Execution, key: Key): void {
  const instance = execution.state.elements.get(key);
  if (instance === undefined || instance.state === 'terminating') return;
  const element = graphElement(execution, instance.elementId);
  if (instance.state !== 'completing') {
    append(execution, {
      type: 'element_completing',
      elementInstanceKey: key,
      elementId: element.id,
    });
  }
  const flowIds = finishWork(execution, element, instance);
  if (!flowIds.ok) {
    raiseIncident(execution, instance, flowIds.problem, 'complete');
    return;
  }
  leave(execution, instance, flowIds.value);
}

/** Everything of a completion that can fail. */
function finishWork(
  execution: Execution,
  element: GraphElement,
  instance: ElementInstance,
): Result<readonly string[], Failure> {
  const behavior = behaviorOf(execution, instance.elementType);
  const done = behavior.onComplete?.(execution, element, instance) ?? success(undefined);
  if (!done.ok) return done;
  const mapped = mapOutputs(execution, element, instance);
  if (!mapped.ok) return mapped;
  if (instance.loopCounter !== undefined) {
    const left = leaveLoop(execution, element, instance);
    if (!left.ok) return left;
  }
  const flowIds = behavior.flows?.(execution, element, instance) ?? success(element.outgoing);
  return flowIds.ok && instance.loopCounter !== undefined ? success([]) : flowIds;
}

function mapOutputs(
  execution: Execution,
  element: GraphElement,
  instance: ElementInstance,
): Result<void, Failure> {
  if (element.outputs.length === 0 || instance.elementType === 'multi_instance_body') {
    return success(undefined);
  }
  const outputs = evaluateOutputs(execution, element.outputs, instance.key);
  if (!outputs.ok) return outputs;
  const isInner = instance.loopCounter !== undefined;
  const scopeKey = isInner ? instance.key : (instance.flowScopeKey ?? instance.key);
  propagate(execution, scopeKey, outputs.value);
  return success(undefined);
}

function leave(execution: Execution, instance: ElementInstance, flowIds: readonly string[]): void {
  const { key: elementInstanceKey, elementId, elementType } = instance;
  const scope = flowScope(execution.state, instance);
  closeEvents(execution, instance);
  append(execution, { type: 'element_completed', elementInstanceKey, elementId, elementType });
  if (scope === undefined) {
    endInstance(execution, 'completed');
    return;
  }
  for (const flowId of flowIds) takeFlow(execution, scope, flowId);
  if (flowIds.length === 0) settle(execution, scope);
}

/** Joins decide in their own files, when the token arrives at them. */
function takeFlow(execution: Execution, scope: ElementInstance, flowId: string): void {
  if (scope.state === 'terminating' || scope.pending !== undefined) return;
  const elementId = execution.graph.flows.get(flowId)?.targetId ?? '';
  append(execution, { type: 'sequence_flow_taken', flowScopeKey: scope.key, flowId });
  enqueue(execution, { type: 'activate', elementId, flowScopeKey: scope.key, flowId });
}
