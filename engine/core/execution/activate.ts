import type { GraphElement } from '../model/graph.ts';
import type { Failure, Key, Result } from '../records/index.ts';
import { success } from '../records/index.ts';
import { elementInstance } from '../state/find.ts';
import type { ElementInstance } from '../state/instance.ts';
import {
  type Activation,
  append,
  behaviorOf,
  type Execution,
  enqueue,
  graphElement,
  isOpen,
} from './execution.ts';
import { raiseIncident } from './incidents.ts';
import { STEPS_WITHOUT_WAIT_MAX } from './limits.ts';
import { enterLoop } from './loop.ts';
import { evaluateInputs } from './mappings.ts';
import { setLocal } from './variables.ts';

/** Makes a new element instance, if its scope still takes it in, and enters it. */
export function activate(execution: Execution, work: Activation): void {
  const { state, environment } = execution;
  const scope = state.elements.get(work.flowScopeKey);
  const element = graphElement(execution, work.elementId);
  if (!mayEnter(scope, element)) return;
  const isBody = element.multiInstance !== undefined && work.loop === undefined;
  const elementType = isBody ? 'multi_instance_body' : element.type;
  const flowIds = tokensFor(execution, scope, work);
  if (flowIds === undefined) return;
  const key = environment.nextKey();
  append(execution, {
    type: 'element_activating',
    elementInstanceKey: key,
    elementId: element.id,
    elementType,
    flowScopeKey: scope.key,
    flowIds,
    ...(work.loop === undefined ? {} : { loopCounter: work.loop.counter }),
    ...(work.trigger === undefined ? {} : { trigger: work.trigger }),
  });
  if (work.loop !== undefined) enterLoop(execution, element, key, work.loop);
  enter(execution, key);
}

/** Input mappings, then the behavior; also the repetition of both after an incident. */
export function enter(execution: Execution, key: Key): void {
  const instance = elementInstance(execution.state, key);
  const element = graphElement(execution, instance.elementId);
  const prepared = checkDepth(execution);
  const mapped = prepared.ok ? mapInputs(execution, element, instance) : prepared;
  const behavior = behaviorOf(execution, instance.elementType);
  const progress = mapped.ok ? behavior.onActivate(execution, element, instance) : mapped;
  if (!progress.ok) {
    raiseIncident(execution, instance, progress.problem, 'activate');
    return;
  }
  append(execution, {
    type: 'element_activated',
    elementInstanceKey: key,
    elementId: instance.elementId,
  });
  if (progress.value === 'complete') enqueue(execution, { type: 'complete', key });
}

/** An interrupted scope lets in its event sub-process only. */
function mayEnter(
  scope: ElementInstance | undefined,
  element: GraphElement,
): scope is ElementInstance {
  if (!isOpen(scope) || scope.pending !== undefined || scope.loop?.cutShort === true) return false;
  return !scope.interrupted || element.type === 'event_sub_process';
}

/** The tokens that the activation uses up; undefined when there are not (yet) enough. */
function tokensFor(
  execution: Execution,
  scope: ElementInstance,
  work: Activation,
): readonly string[] | undefined {
  if (work.flowId === undefined) return [];
  const element = graphElement(execution, work.elementId);
  const behavior = behaviorOf(execution, element.type);
  if (behavior.join !== undefined && element.incoming.length > 1) {
    return behavior.join(execution, element, scope);
  }
  return scope.tokens.has(work.flowId) ? [work.flowId] : undefined;
}

function checkDepth({ depth }: Execution): Result<void, Failure> {
  if (depth <= STEPS_WITHOUT_WAIT_MAX) return success(undefined);
  const message =
    `Expected the process to reach a wait state within ${STEPS_WITHOUT_WAIT_MAX} steps, ` +
    'but it did not. Resolving the incident lets it go on.';
  return { ok: false, problem: { code: 'unknown', message } };
}

function mapInputs(
  execution: Execution,
  element: GraphElement,
  instance: ElementInstance,
): Result<void, Failure> {
  if (element.inputs.length === 0 || instance.elementType === 'multi_instance_body') {
    return success(undefined);
  }
  const isInner = instance.loopCounter !== undefined;
  const scopeKey = isInner ? instance.key : (instance.flowScopeKey ?? instance.key);
  const inputs = evaluateInputs(execution, element.inputs, scopeKey);
  if (!inputs.ok) return inputs;
  setLocal(execution, instance.key, inputs.value);
  return success(undefined);
}
