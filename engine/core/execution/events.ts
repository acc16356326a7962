import type { EventDefinition, GraphElement, TimerDefinition } from '../model/graph.ts';
import { firstOccurrence, type Occurrence } from '../model/timer/schedule.ts';
import type { Failure, Key, Result } from '../records/index.ts';
import { problem, success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import { evaluate, evaluateString, typeName } from './evaluate.ts';
import { append, type Execution, graphElement } from './execution.ts';

/** An element that an instance can be triggered through. */
export interface Catcher {
  readonly elementId: string;
  readonly event: EventDefinition;
  readonly interrupting: boolean;
}

/** A subscription that is ready to be opened: everything in it has been evaluated. */
type Prepared =
  | { readonly type: 'timer'; readonly elementId: string; readonly occurrence: Occurrence }
  | {
      readonly type: 'message';
      readonly elementId: string;
      readonly messageName: string;
      readonly correlationKey: string;
      readonly interrupting: boolean;
    };

/** The boundary events of an activity. Those of a multi-instance activity belong to its body. */
export function boundaryCatchers(execution: Execution, instance: ElementInstance): Catcher[] {
  if (instance.loopCounter !== undefined) return [];
  const element = graphElement(execution, instance.elementId);
  return element.boundaryEventIds.flatMap((id) => asCatcher(graphElement(execution, id), id));
}

/** The event sub-processes of a scope; what triggers them is their start event. */
export function eventSubProcessCatchers(
  execution: Execution,
  instance: ElementInstance,
): Catcher[] {
  const element = graphElement(execution, instance.elementId);
  if (instance.elementType === 'multi_instance_body' || !('eventSubProcessIds' in element)) {
    return [];
  }
  return element.eventSubProcessIds.flatMap((id) => {
    const handler = graphElement(execution, id);
    if (!('startEventId' in handler) || handler.startEventId === undefined) return [];
    return asCatcher(graphElement(execution, handler.startEventId), handler.startEventId);
  });
}

/** The events behind an event-based gateway. */
export function gatewayCatchers(execution: Execution, gateway: GraphElement): Catcher[] {
  return gateway.outgoing.flatMap((flowId) => {
    const targetId = execution.graph.flows.get(flowId)?.targetId ?? '';
    return asCatcher(graphElement(execution, targetId), targetId);
  });
}

/** A catching element as a catcher; nothing when it is of another kind. */
export function asCatcher(element: GraphElement, elementId: string): Catcher[] {
  switch (element.type) {
    case 'boundary_event':
    case 'start_event':
      return [{ elementId, event: element.event, interrupting: element.interrupting }];
    case 'intermediate_catch_event':
    case 'receive_task':
      return [{ elementId, event: element.event, interrupting: true }];
    default:
      return [];
  }
}

/**
 * Opens timers and message subscriptions, all or none: nothing is written before everything has
 * been evaluated, so that a failed step can be repeated.
 */
export function openEvents(
  execution: Execution,
  instance: ElementInstance,
  catchers: readonly Catcher[],
): Result<void, Failure> {
  const prepared: Prepared[] = [];
  for (const catcher of catchers) {
    if (isOpened(execution, instance, catcher)) continue;
    const next = prepare(execution, instance, catcher);
    if (!next.ok) return next;
    prepared.push(...next.value);
  }
  for (const subscription of prepared) open(execution, instance, subscription);
  return success(undefined);
}

/** Closes what openEvents opened; `keeps` names elements whose subscriptions stay. */
export function closeEvents(
  execution: Execution,
  instance: ElementInstance,
  keeps: ReadonlySet<string> = new Set(),
): void {
  const { timers, subscriptions } = execution.state;
  for (const timerKey of [...instance.timerKeys]) {
    if (keeps.has(timers.get(timerKey)?.elementId ?? '')) continue;
    append(execution, { type: 'timer_canceled', timerKey });
  }
  for (const subscriptionKey of [...instance.subscriptionKeys]) {
    if (keeps.has(subscriptions.get(subscriptionKey)?.elementId ?? '')) continue;
    append(execution, { type: 'message_subscription_closed', subscriptionKey });
  }
}

/** Evaluates the text of a timer with the variables of a scope. */
export function evaluateTimer(
  execution: Execution,
  timer: TimerDefinition,
  scopeKey: Key,
): Result<string, Failure> {
  return evaluateString(execution, timer.expression, scopeKey);
}

/** A step that is repeated after an incident finds what it has opened before. */
function isOpened(execution: Execution, instance: ElementInstance, catcher: Catcher): boolean {
  const { timers, subscriptions } = execution.state;
  const opened = [
    ...[...instance.timerKeys].map((key) => timers.get(key)?.elementId),
    ...[...instance.subscriptionKeys].map((key) => subscriptions.get(key)?.elementId),
  ];
  return opened.includes(catcher.elementId);
}

function prepare(
  execution: Execution,
  instance: ElementInstance,
  catcher: Catcher,
): Result<readonly Prepared[], Failure> {
  const { elementId, event } = catcher;
  if (event.type === 'timer') return prepareTimer(execution, instance, elementId, event.timer);
  if (event.type !== 'message') return success([]);
  const messageName = evaluateString(execution, event.messageName, instance.key);
  if (!messageName.ok) return messageName;
  const correlationKey = correlationKeyOf(execution, instance, catcher);
  if (!correlationKey.ok) return correlationKey;
  const message = {
    elementId,
    messageName: messageName.value,
    correlationKey: correlationKey.value,
    interrupting: catcher.interrupting,
  };
  return success([{ type: 'message', ...message }]);
}

function prepareTimer(
  execution: Execution,
  instance: ElementInstance,
  elementId: string,
  timer: TimerDefinition,
): Result<readonly Prepared[], Failure> {
  const text = evaluateTimer(execution, timer, instance.key);
  if (!text.ok) return text;
  const occurrence = firstOccurrence(timer.kind, text.value, execution.environment);
  if (!occurrence.ok) return problem({ code: 'extract_value_error', message: occurrence.problem });
  return success([{ type: 'timer', elementId, occurrence: occurrence.value }]);
}

/** A boundary event's key is read outside its activity, where input mappings are not seen. */
function correlationKeyOf(
  execution: Execution,
  instance: ElementInstance,
  { elementId, event }: Catcher,
): Result<string, Failure> {
  if (event.type !== 'message' || event.correlationKey === undefined) return success('');
  const isBoundary = graphElement(execution, elementId).type === 'boundary_event';
  const scopeKey = isBoundary ? (instance.flowScopeKey ?? instance.key) : instance.key;
  const evaluated = evaluate(execution, event.correlationKey, scopeKey);
  if (!evaluated.ok) return problem({ ...evaluated.problem, variableScopeKey: scopeKey });
  const key = evaluated.value;
  if (typeof key === 'string' || typeof key === 'number') return success(String(key));
  return problem({
    code: 'extract_value_error',
    message:
      `Failed to extract the correlation key for '${event.correlationKey.text}': ` +
      `The value must be either a string or a number, but was '${typeName(key)}'.`,
    variableScopeKey: scopeKey,
  });
}

function open(execution: Execution, instance: ElementInstance, prepared: Prepared): void {
  const { environment, state } = execution;
  const base = { elementInstanceKey: instance.key, elementId: prepared.elementId };
  if (prepared.type === 'timer') {
    const timerKey = environment.nextKey();
    append(execution, { type: 'timer_created', timerKey, ...base, ...prepared.occurrence });
    return;
  }
  const { messageName, correlationKey, interrupting } = prepared;
  append(execution, {
    type: 'message_subscription_opened',
    subscriptionKey: environment.nextKey(),
    ...base,
    messageName,
    correlationKey,
    interrupting,
    bpmnProcessId: state.definition.bpmnProcessId,
  });
}
