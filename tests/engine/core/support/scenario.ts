import type { DecisionAnswer, Environment } from '../../../../engine/core/environment.ts';
import type { ProcessGraph } from '../../../../engine/core/model/graph.ts';
import type {
  Command,
  Event,
  IncidentCreated,
  JobCreated,
  JsonDocument,
  JsonValue,
  Key,
  MessageSubscriptionOpened,
  Origin,
  Outgoing,
  Rejection,
  TimerCreated,
} from '../../../../engine/core/records/index.ts';
import { apply } from '../../../../engine/core/state/apply.ts';
import type { InstanceState } from '../../../../engine/core/state/instance.ts';
import { fromSnapshot, toSnapshot } from '../../../../engine/core/state/snapshot.ts';
import { step } from '../../../../engine/core/step.ts';
import { parseGraphs } from './model.ts';

const START = Date.parse('2026-03-02T01:00:00Z');

/**
 * A world of process instances around step(): routes what instances send one another, keeps
 * index tables from events alone as the shell does, and proves after every step that replaying the
 * events gives the same state.
 */
export class Scenario {
  readonly events: Event[] = [];
  readonly jobs = new Map<Key, JobCreated>();
  readonly timers = new Map<Key, TimerCreated>();
  readonly subscriptions = new Map<Key, MessageSubscriptionOpened>();
  readonly incidents = new Map<Key, IncidentCreated>();
  readonly states = new Map<Key, InstanceState>();
  now = START;
  decide: (decisionId: string, variables: JsonDocument) => DecisionAnswer = (decisionId) => ({
    ok: false,
    code: 'called_decision_error',
    message: `no decision found for id '${decisionId}'`,
  });
  readonly #replayed = new Map<Key, InstanceState>();
  readonly #graphs: ReadonlyMap<string, ProcessGraph>;
  #lastKey = 0;

  constructor(graphs: readonly ProcessGraph[]) {
    this.#graphs = new Map(graphs.map((graph) => [graph.bpmnProcessId, graph]));
  }

  /** Parses files, which must be fine, into a world that knows their processes. */
  static async of(...files: readonly string[]): Promise<Scenario> {
    return new Scenario((await Promise.all(files.map(parseGraphs))).flat());
  }

  /** Creates an instance and gives its key. */
  create(
    variables: JsonDocument = {},
    { processId = 'process', origin = { type: 'command' } as Origin } = {},
  ): Key {
    const processInstanceKey = this.nextKey();
    const definition = this.#definition(processId);
    this.send(processInstanceKey, {
      type: 'create_instance',
      processInstanceKey,
      definition,
      variables,
      origin,
    });
    return processInstanceKey;
  }

  /** Steps a command and all that follows; a rejection is an error. */
  send(processInstanceKey: Key, command: Command): void {
    const rejection = this.trySend(processInstanceKey, command);
    if (rejection !== undefined) throw new Error(`${rejection.code}: ${rejection.message}`);
  }

  /** Steps a command and all that follows; gives the rejection if there is one. */
  trySend(processInstanceKey: Key, command: Command): Rejection | undefined {
    const queue: Outgoing[] = [];
    const rejection = this.#step({ processInstanceKey, command }, queue);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      this.#step(next, queue);
    }
    return rejection;
  }

  /** Steps a command only; gives what would follow in other instances, for the test to order. */
  sendAlone(processInstanceKey: Key, command: Command): readonly Outgoing[] {
    const outgoing: Outgoing[] = [];
    this.#step({ processInstanceKey, command }, outgoing);
    return outgoing;
  }

  /** The one open job of an element. */
  job(elementId: string): JobCreated {
    return only([...this.jobs.values()].filter((job) => job.elementId === elementId));
  }

  /** Completes the one open job of an element. */
  completeJob(elementId: string, variables: JsonDocument = {}): void {
    const { jobKey, processInstanceKey } = this.job(elementId);
    this.send(processInstanceKey, { type: 'complete_job', jobKey, variables });
  }

  /** Throws a BPMN error from the one open job of an element. */
  throwError(elementId: string, errorCode: string, variables: JsonDocument = {}): void {
    const { jobKey, processInstanceKey } = this.job(elementId);
    const error = { errorCode, errorMessage: '', variables };
    this.send(processInstanceKey, { type: 'throw_job_error', jobKey, ...error });
  }

  /** Gives a message to every subscription that matches. */
  publish(messageName: string, correlationKey: string, variables: JsonDocument = {}): void {
    const messageKey = this.nextKey();
    for (const open of [...this.subscriptions.values()]) {
      if (open.messageName !== messageName || open.correlationKey !== correlationKey) continue;
      const { subscriptionKey, processInstanceKey } = open;
      if (!this.subscriptions.has(subscriptionKey)) continue;
      const command = {
        type: 'correlate_message',
        subscriptionKey,
        messageKey,
        variables,
      } as const;
      this.send(processInstanceKey, command);
    }
  }

  /** Moves the clock and runs the timers that are then due, in order. */
  advance(ms: number): void {
    this.now += ms;
    for (let due = this.#firstDue(); due !== undefined; due = this.#firstDue()) {
      this.send(due.processInstanceKey, { type: 'trigger_timer', timerKey: due.timerKey });
    }
  }

  /** Resolves the one open incident. */
  resolveIncident(): void {
    const { incidentKey, processInstanceKey } = this.incident();
    this.send(processInstanceKey, { type: 'resolve_incident', incidentKey });
  }

  /** The one open incident. */
  incident(): IncidentCreated {
    return only([...this.incidents.values()]);
  }

  /** Ids of the elements that are active in an instance, sorted. */
  active(key: Key): readonly string[] {
    return [...this.state(key).elements.values()]
      .filter((instance) => instance.flowScopeKey !== undefined)
      .map((instance) => instance.elementId)
      .sort();
  }

  /** Ids of the elements that have completed, in order. */
  completed(): readonly string[] {
    return this.events.flatMap((event) =>
      event.type === 'element_completed' ? [event.elementId] : [],
    );
  }

  /** How an instance has ended; undefined while it lives. */
  outcome(key: Key): 'completed' | 'terminated' | undefined {
    return this.state(key).outcome;
  }

  /** The variables of the root scope. */
  variables(key: Key): Readonly<Record<string, JsonValue>> {
    return this.local(key, key);
  }

  /** The variables of one scope. */
  local(key: Key, scopeKey: Key): Readonly<Record<string, JsonValue>> {
    return Object.fromEntries(this.state(key).elements.get(scopeKey)?.variables ?? []);
  }

  /** The key of the one instance of an element. */
  elementKey(key: Key, elementId: string): Key {
    const instances = [...this.state(key).elements.values()];
    return only(instances.filter((instance) => instance.elementId === elementId)).key;
  }

  state(key: Key): InstanceState {
    const state = this.states.get(key);
    if (state === undefined) throw new Error(`Expected instance ${key}, but there is none`);
    return state;
  }

  nextKey(): Key {
    this.#lastKey += 1;
    return String(this.#lastKey);
  }

  #step({ processInstanceKey, command }: Outgoing, queue: Outgoing[]): Rejection | undefined {
    const state = this.states.get(processInstanceKey);
    const definition = command.type === 'create_instance' ? command.definition : state?.definition;
    const graph = this.#graphs.get(definition?.bpmnProcessId ?? '');
    if (graph === undefined) throw new Error(`Expected a process for ${processInstanceKey}`);
    const result = step(graph, state, command, this.#environment());
    if (!result.ok) return result.problem;
    queue.push(...result.value.outgoing);
    if (result.value.state === undefined) return undefined;
    this.states.set(processInstanceKey, result.value.state);
    this.#record(processInstanceKey, result.value.events);
    this.#prove(processInstanceKey, result.value.state);
    return undefined;
  }

  #record(processInstanceKey: Key, events: readonly Event[]): void {
    for (const event of events) {
      this.events.push(event);
      const replayed = this.#replayed.get(processInstanceKey);
      this.#replayed.set(processInstanceKey, apply(replayed, structuredClone(event)));
      this.#index(event);
    }
  }

  #index(event: Event): void {
    if (event.type === 'job_created') this.jobs.set(event.jobKey, event);
    if (event.type === 'job_completed' || event.type === 'job_canceled') {
      this.jobs.delete(event.jobKey);
    }
    if (event.type === 'timer_created') this.timers.set(event.timerKey, event);
    if (event.type === 'timer_triggered' || event.type === 'timer_canceled') {
      this.timers.delete(event.timerKey);
    }
    if (event.type === 'message_subscription_opened') {
      this.subscriptions.set(event.subscriptionKey, event);
    }
    if (event.type === 'message_subscription_closed') {
      this.subscriptions.delete(event.subscriptionKey);
    }
    if (event.type === 'incident_created') this.incidents.set(event.incidentKey, event);
    if (event.type === 'incident_resolved') this.incidents.delete(event.incidentKey);
  }

  /** The events, and the snapshot with the variables, both give the live state. */
  #prove(key: Key, state: InstanceState): void {
    const live = textOf(state);
    const replayed = this.#replayed.get(key);
    if (replayed === undefined || textOf(replayed) !== live) {
      throw new Error(`Expected the replayed state of ${key} to be the live one, but it is not`);
    }
    const restored = fromSnapshot(
      JSON.parse(JSON.stringify(toSnapshot(state))),
      variablesOf(state),
    );
    if (textOf(restored) !== live) {
      throw new Error(`Expected the restored state of ${key} to be the live one, but it is not`);
    }
  }

  #firstDue(): TimerCreated | undefined {
    return [...this.timers.values()]
      .filter(({ dueAt }) => dueAt <= this.now)
      .sort((one, other) => one.dueAt - other.dueAt)[0];
  }

  #environment(): Environment {
    return {
      now: this.now,
      zone: 'Asia/Shanghai',
      nextKey: () => this.nextKey(),
      process: (id) => (this.#graphs.has(id) ? this.#definition(id) : undefined),
      decide: (decisionId, variables) => this.decide(decisionId, variables),
    };
  }

  #definition(bpmnProcessId: string) {
    return { processDefinitionKey: `definition-${bpmnProcessId}`, bpmnProcessId, version: 1 };
  }
}

function only<Value>(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined || values.length > 1) {
    throw new Error(`Expected exactly one, but there are ${values.length}`);
  }
  return value;
}

function textOf(state: InstanceState): string {
  return JSON.stringify([toSnapshot(state), variablesOf(state)]);
}

function variablesOf(state: InstanceState) {
  return [...state.elements.values()].map((element) => ({
    scopeKey: element.key,
    values: Object.fromEntries(element.variables),
  }));
}
