import type {
  ElementActivating,
  ElementCompleted,
  ElementEvent,
  ElementTerminated,
} from '../records/index.ts';
import { elementInstance } from './find.ts';
import type { ElementInstance, InstanceState } from './instance.ts';
import { jsonSize } from './json-size.ts';

type Mutable<Type> = { -readonly [Name in keyof Type]: Type[Name] };

/** Applies what happens to element instances and to the tokens between them. */
export function applyElement(state: InstanceState, event: ElementEvent): void {
  switch (event.type) {
    case 'element_activating':
      addElement(state, event);
      return;
    case 'element_activated':
      elementInstance(state, event.elementInstanceKey).state = 'activated';
      return;
    case 'element_completing':
      elementInstance(state, event.elementInstanceKey).state = 'completing';
      return;
    case 'element_terminating':
      elementInstance(state, event.elementInstanceKey).state = 'terminating';
      return;
    case 'element_completed':
    case 'element_terminated':
      removeElement(state, event);
      return;
    case 'sequence_flow_taken':
      addToken(elementInstance(state, event.flowScopeKey), event.flowId);
      return;
    case 'sequence_flows_discarded':
      elementInstance(state, event.flowScopeKey).tokens.clear();
      return;
    default:
      event satisfies never;
  }
}

function addElement(state: InstanceState, event: ElementActivating): void {
  const { flowScopeKey, loopCounter, trigger } = event;
  const instance: Mutable<ElementInstance> = {
    key: event.elementInstanceKey,
    elementId: event.elementId,
    elementType: event.elementType,
    state: 'activating',
    variables: new Map(),
    childKeys: new Set(),
    tokens: new Map(),
    timerKeys: new Set(),
    subscriptionKeys: new Set(),
    incidentKeys: new Set(),
    interrupted: false,
  };
  if (flowScopeKey !== undefined) instance.flowScopeKey = flowScopeKey;
  if (loopCounter !== undefined) instance.loopCounter = loopCounter;
  if (trigger !== undefined) instance.trigger = trigger;
  state.elements.set(instance.key, instance);
  if (flowScopeKey === undefined) return;
  const scope = elementInstance(state, flowScopeKey);
  scope.childKeys.add(event.elementInstanceKey);
  for (const flowId of event.flowIds) removeToken(scope, flowId);
  if (loopCounter !== undefined && scope.loop !== undefined) scope.loop.created += 1;
}

/** The process itself stays: what waits for its result reads the variables there. */
function removeElement(state: InstanceState, event: ElementCompleted | ElementTerminated): void {
  const instance = elementInstance(state, event.elementInstanceKey);
  if (instance.flowScopeKey === undefined) return;
  const scope = elementInstance(state, instance.flowScopeKey);
  scope.childKeys.delete(instance.key);
  state.elements.delete(instance.key);
  for (const value of instance.variables.values()) state.variableBytes -= jsonSize(value);
  if (scope.loop === undefined) return;
  if (event.type === 'element_completed') scope.loop.completed += 1;
  else scope.loop.terminated += 1;
}

function addToken(scope: ElementInstance, flowId: string): void {
  scope.tokens.set(flowId, (scope.tokens.get(flowId) ?? 0) + 1);
}

function removeToken(scope: ElementInstance, flowId: string): void {
  const left = (scope.tokens.get(flowId) ?? 0) - 1;
  if (left > 0) scope.tokens.set(flowId, left);
  else scope.tokens.delete(flowId);
}
