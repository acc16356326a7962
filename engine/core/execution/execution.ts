import assert from 'node:assert/strict';
import type { Behavior, Behaviors } from '../behaviors/behavior.ts';
import type { Environment } from '../environment.ts';
import type { GraphElement, ProcessGraph } from '../model/graph.ts';
import type {
  Command,
  ElementType,
  Event,
  JsonValue,
  Key,
  Outgoing,
  Trigger,
} from '../records/index.ts';
import { apply } from '../state/apply.ts';
import type { ElementInstance, InstanceState } from '../state/instance.ts';

/** The instance inside a multi-instance body that is to be created. */
export interface LoopEntry {
  /** From 1. */
  readonly counter: number;
  readonly item: JsonValue;
}

/** An element that is to get a new instance. */
export interface Activation {
  readonly type: 'activate';
  readonly elementId: string;
  readonly flowScopeKey: Key;
  /** The flow over which the token comes; absent for starts, handlers and inner instances. */
  readonly flowId?: string;
  readonly trigger?: Trigger;
  readonly loop?: LoopEntry;
}

/** Something to do with an element instance: the activation once more, or its end. */
export interface Passage {
  readonly type: 'reactivate' | 'complete' | 'terminate';
  readonly key: Key;
}

/** The next thing to do. Work is done in the order in which it was found, as Zeebe does it. */
export type Work = Activation | Passage;

/** Work in the queue; `depth` counts the elements passed since the last wait state. */
export interface QueuedWork {
  readonly work: Work;
  readonly depth: number;
}

/** One step in progress: everything a behavior reads, and where it writes. */
export interface Execution {
  readonly graph: ProcessGraph;
  readonly state: InstanceState;
  readonly environment: Environment;
  readonly behaviors: Behaviors;
  readonly events: Event[];
  readonly outgoing: Outgoing[];
  readonly queue: QueuedWork[];
  /** The depth of the work in hand; what it finds to do is one deeper. */
  depth: number;
}

/** Begins a step on an instance that exists. */
export function beginExecution({
  graph,
  state,
  environment,
  behaviors,
}: Pick<Execution, 'graph' | 'state' | 'environment' | 'behaviors'>): Execution {
  return { graph, state, environment, behaviors, events: [], outgoing: [], queue: [], depth: 0 };
}

/** What an element instance of this type does. */
export function behaviorOf({ behaviors }: Execution, type: ElementType): Behavior {
  return behaviors[type] as Behavior;
}

/** An event without the instance it belongs to: append() knows that. */
export type NewEvent = Event extends infer Each
  ? Each extends Event
    ? Omit<Each, 'processInstanceKey'>
    : never
  : never;

/**
 * Records an event and applies it. Completes the object that it is given: a step makes dozens of
 * events, and copying each of them costs more than everything else in it.
 */
export function append(execution: Execution, event: NewEvent): void {
  const complete = event as Event;
  (complete as { processInstanceKey: Key }).processInstanceKey = execution.state.key;
  apply(execution.state, complete);
  execution.events.push(complete);
}

/** Adds work that follows from the work in hand. */
export function enqueue(execution: Execution, work: Work): void {
  execution.queue.push({ work, depth: execution.depth + 1 });
}

/** Addresses a command to another instance, or to this one for later. */
export function send(execution: Execution, processInstanceKey: Key, command: Command): void {
  execution.outgoing.push({ processInstanceKey, command });
}

/** The element of the graph with this id, which the caller knows to exist. */
export function graphElement(execution: Execution, elementId: string): GraphElement {
  const element = execution.graph.elements.get(elementId);
  assert(element, `Expected element '${elementId}' in the process, but it is not there`);
  return element;
}

/** The scope takes in new elements: it is active, and its interruption lets this one through. */
export function isOpen(scope: ElementInstance | undefined): scope is ElementInstance {
  return scope !== undefined && (scope.state === 'activated' || scope.state === 'activating');
}
