import type { GraphElement, MultiInstance } from '../model/graph.ts';
import type { Failure, JsonDocument, JsonValue, Key, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import { flowScope } from '../state/find.ts';
import type { ElementInstance, LoopState } from '../state/instance.ts';
import { evaluate, evaluateBoolean, evaluateList, overlay } from './evaluate.ts';
import { append, type Execution, enqueue, type LoopEntry } from './execution.ts';
import { visibleFrom } from './lookup.ts';
import { setLocal } from './variables.ts';

const NAME_PATTERN = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Sets the local variables of an inner instance: loop counter, item, and the awaited result. */
export function enterLoop(
  execution: Execution,
  element: GraphElement,
  key: Key,
  { counter, item }: LoopEntry,
): void {
  const { inputElement, outputElement } = element.multiInstance ?? {};
  const awaited = outputElement?.text ?? '';
  const isOwn = NAME_PATTERN.test(awaited) && awaited !== inputElement && awaited !== 'loopCounter';
  setLocal(execution, key, {
    ...(isOwn ? { [awaited]: null } : {}),
    ...(inputElement === undefined ? {} : { [inputElement]: item }),
    loopCounter: counter,
  });
}

/**
 * Ends an inner instance: collects its result, then looks whether the loop is to be cut short or
 * (sequential) which instance comes next. All of it can fail, so nothing is started before all
 * is known.
 */
export function leaveLoop(
  execution: Execution,
  element: GraphElement,
  instance: ElementInstance,
): Result<void, Failure> {
  const body = flowScope(execution.state, instance);
  const { multiInstance } = element;
  if (body?.loop === undefined || multiInstance === undefined) return success(undefined);
  const collected = collectOutput(execution, multiInstance, instance, body);
  if (!collected.ok) return collected;
  const isEnough = evaluateCompletion(execution, multiInstance, instance, body.loop);
  if (!isEnough.ok) return isEnough;
  if (isEnough.value) {
    cutShort(execution, instance, body);
    return success(undefined);
  }
  return multiInstance.sequential ? enqueueNext(execution, element, body) : success(undefined);
}

/** Creates the next inner instance of a sequential body; the collection is read again. */
export function enqueueNext(
  execution: Execution,
  element: GraphElement,
  body: ElementInstance,
): Result<void, Failure> {
  const { loop } = body;
  if (loop === undefined || element.multiInstance === undefined) return success(undefined);
  if (loop.created >= loop.size) return success(undefined);
  const items = readCollection(execution, element.multiInstance, body);
  if (!items.ok) return items;
  const entry = { counter: loop.created + 1, item: items.value[loop.created] ?? null };
  enqueueInner(execution, body, entry);
  return success(undefined);
}

/** Puts one inner instance into the queue. */
export function enqueueInner(execution: Execution, body: ElementInstance, loop: LoopEntry): void {
  const { elementId, key: flowScopeKey } = body;
  enqueue(execution, { type: 'activate', elementId, flowScopeKey, loop });
}

/** Reads the input collection with the variables around the body. */
export function readCollection(
  execution: Execution,
  multiInstance: MultiInstance,
  body: ElementInstance,
): Result<readonly JsonValue[], Failure> {
  return evaluateList(execution, multiInstance.inputCollection, body.key);
}

function collectOutput(
  execution: Execution,
  { outputElement }: MultiInstance,
  instance: ElementInstance,
  body: ElementInstance,
): Result<void, Failure> {
  if (outputElement === undefined) return success(undefined);
  const value = evaluate(execution, outputElement, instance.key);
  if (!value.ok) return value;
  append(execution, {
    type: 'loop_output_collected',
    elementInstanceKey: body.key,
    index: (instance.loopCounter ?? 1) - 1,
    value: value.value,
  });
  return success(undefined);
}

function evaluateCompletion(
  execution: Execution,
  { completionCondition }: MultiInstance,
  instance: ElementInstance,
  loop: LoopState,
): Result<boolean, Failure> {
  if (completionCondition === undefined) return success(false);
  const { state } = execution;
  const lookup = overlay(counters(loop), visibleFrom(state, instance.key));
  const condition = evaluateBoolean(execution, completionCondition, lookup);
  return condition.ok ? condition : problem(condition.problem);
}

/** The counters as they are once the instance in hand has completed. */
function counters({ size, created, completed, terminated }: LoopState): JsonDocument {
  return {
    numberOfInstances: size,
    numberOfActiveInstances: created - completed - terminated - 1,
    numberOfCompletedInstances: completed + 1,
    numberOfTerminatedInstances: terminated,
  };
}

function cutShort(execution: Execution, instance: ElementInstance, body: ElementInstance): void {
  append(execution, { type: 'loop_cut_short', elementInstanceKey: body.key });
  for (const key of body.childKeys) {
    if (key !== instance.key) enqueue(execution, { type: 'terminate', key });
  }
}
