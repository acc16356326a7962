import type {
  DefinitionReference,
  ElementType,
  IncidentRetry,
  JobState,
  JsonValue,
  Key,
  Origin,
  Trigger,
} from '../records/index.ts';

/**
 * - `activating`: input mappings and preparations; stays here when they fail.
 * - `activated`: waits for its job, event, child or inner elements.
 * - `completing`: output mappings; stays here when they fail.
 * - `terminating`: waits for inner elements to end first.
 */
export type ElementState = 'activating' | 'activated' | 'completing' | 'terminating';

/** The loop of a multi-instance body. */
export interface LoopState {
  readonly size: number;
  readonly items?: readonly JsonValue[];
  readonly outputCollection?: string;
  created: number;
  completed: number;
  terminated: number;
  cutShort: boolean;
  /** Results by place (from 0); what is missing is null. */
  readonly outputs: Map<number, JsonValue>;
}

/** An interruption whose handler has not started yet. */
export interface PendingInterruption {
  readonly elementId: string;
  readonly trigger: Trigger;
}

/** One element instance. Changed by apply() alone. */
export interface ElementInstance {
  readonly key: Key;
  readonly elementId: string;
  readonly elementType: ElementType;
  readonly flowScopeKey?: Key;
  readonly loopCounter?: number;
  readonly trigger?: Trigger;
  state: ElementState;
  readonly variables: Map<string, JsonValue>;
  /** The element instances directly inside. */
  readonly childKeys: Set<Key>;
  /** Tokens on the flows directly inside: on their way, or waiting at a join. */
  readonly tokens: Map<string, number>;
  readonly timerKeys: Set<Key>;
  readonly subscriptionKeys: Set<Key>;
  readonly incidentKeys: Set<Key>;
  jobKey?: Key;
  childInstanceKey?: Key;
  loop?: LoopState;
  pending?: PendingInterruption;
  /** An interrupting event sub-process was triggered in this scope: no other event comes in. */
  interrupted: boolean;
}

/** A job of the instance. */
export interface Job {
  readonly key: Key;
  readonly elementInstanceKey: Key;
  state: JobState;
  retries: number;
}

/** A timer that runs. */
export interface Timer {
  readonly key: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly dueAt: number;
  readonly repetitions: number;
}

/** A message subscription that is open. */
export interface MessageSubscription {
  readonly key: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly messageName: string;
  readonly interrupting: boolean;
}

/** An incident that is not resolved. */
export interface Incident {
  readonly key: Key;
  readonly elementInstanceKey: Key;
  readonly jobKey?: Key;
  readonly retry: IncidentRetry;
}

/**
 * The state of one process instance. Only apply() changes it, in place: a state belongs to one
 * owner, which discards it (and loads it again) when a step throws or its events are not stored.
 */
export interface InstanceState {
  readonly key: Key;
  readonly definition: DefinitionReference;
  readonly origin: Origin;
  readonly elements: Map<Key, ElementInstance>;
  readonly jobs: Map<Key, Job>;
  readonly timers: Map<Key, Timer>;
  readonly subscriptions: Map<Key, MessageSubscription>;
  readonly incidents: Map<Key, Incident>;
  /** What all variables of all scopes together take, as JSON. */
  variableBytes: number;
  /** Absent while the instance lives. Afterwards only the root variables are still there. */
  outcome?: 'completed' | 'terminated';
}
