import type {
  Command,
  Event,
  Key,
  MessageSubscriptionOpened,
  Outgoing,
} from '../core/records/index.ts';
import { success } from '../core/records/index.ts';
import { step } from '../core/step.ts';
import type { Batch } from './batch.ts';
import { oldestBuffered } from './buffered-messages.ts';
import { environmentOf } from './environment.ts';
import { Fault } from './fault.ts';
import type { LiveInstance } from './instances.ts';
import { CHAIN_DEPTH_MAX } from './limits.ts';
import { correlation, messageStart } from './message-commands.ts';
import { messageStartsOf } from './processes.ts';
import { projectEvent } from './project-event.ts';
import { type Reply, refuse } from './reply.ts';

/**
 * What still has to be done because of a command.
 * - `command`: a command of one instance to another, or to itself.
 * - `subscription`: a subscription was opened; a buffered message may be waiting for it.
 * - `released`: an instance that held a start lock has ended; a buffered message may start the next.
 */
type Task =
  | { readonly kind: 'command'; readonly outgoing: Outgoing }
  | { readonly kind: 'subscription'; readonly opened: MessageSubscriptionOpened }
  | { readonly kind: 'released'; readonly bpmnProcessId: string; readonly correlationKey: string };

interface Step {
  readonly task: Task;
  readonly depth: number;
}

/**
 * Steps a command, and all that follows from it in other instances. The reply is that of the
 * command itself: what follows is nobody's request, and its rejections mean that it came too late.
 */
export async function runCommand(batch: Batch, first: Outgoing): Promise<Reply<null>> {
  const steps: Step[] = [];
  const reply = await stepInstance(batch, first, (task) => steps.push({ task, depth: 1 }));
  for (let next = steps.shift(); next !== undefined; next = steps.shift()) {
    const depth = next.depth + 1;
    if (depth > CHAIN_DEPTH_MAX) {
      throw new Fault(
        first.processInstanceKey,
        `Expected at most ${CHAIN_DEPTH_MAX} commands one after the other, but there are more`,
      );
    }
    await runTask(batch, next.task, (task) => steps.push({ task, depth }));
  }
  return reply;
}

type Follow = (task: Task) => void;

async function runTask(batch: Batch, task: Task, follow: Follow): Promise<void> {
  switch (task.kind) {
    case 'command':
      await stepInstance(batch, task.outgoing, follow);
      return;
    case 'subscription':
      return correlateBuffered(batch, task.opened, follow);
    case 'released':
      return startBuffered(batch, task, follow);
    default:
      task satisfies never;
  }
}

async function stepInstance(
  batch: Batch,
  { processInstanceKey, command }: Outgoing,
  follow: Follow,
): Promise<Reply<null>> {
  const instance = await batch.instance(processInstanceKey);
  if (instance === undefined && command.type !== 'create_instance') {
    return outOfReach(batch, processInstanceKey);
  }
  try {
    return await stepLive(batch, { instance, command }, follow);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault(processInstanceKey, `Expected to step ${command.type}, but it failed`, cause);
  }
}

async function outOfReach(batch: Batch, key: Key): Promise<Reply<never>> {
  const what = `Expected to find process instance with key '${key}'`;
  return (await batch.row('instance', key)) === undefined
    ? refuse('not_found', `${what}, but no such process instance was found`)
    : refuse('processing_error', `${what}, but it was set aside after an unexpected error`);
}

async function stepLive(
  batch: Batch,
  { instance, command }: { instance: LiveInstance | undefined; command: Command },
  follow: Follow,
): Promise<Reply<null>> {
  const { processes } = batch.context;
  const definitionKey =
    command.type === 'create_instance'
      ? command.definition.processDefinitionKey
      : (instance?.row.processDefinitionKey ?? '');
  const graph = await processes.graph(definitionKey);
  await batch.context.decisions.prepare(graph);
  const result = step(graph, instance?.state, command, environmentOf(batch));
  if (!result.ok) return result;
  const { events, state, outgoing } = result.value;
  if (state !== undefined) await keep(batch, { instance, state, command, events }, follow);
  for (const next of outgoing) follow({ kind: 'command', outgoing: next });
  return success(null);
}

type State = LiveInstance['state'];

/** What a step has made of an instance; `instance` is undefined when the step created it. */
interface Stepped {
  readonly instance: LiveInstance | undefined;
  readonly state: State;
  readonly command: Command;
  readonly events: readonly Event[];
}

/** Logs what happened and keeps the instance in memory, or forgets it when it has ended. */
async function keep(batch: Batch, stepped: Stepped, follow: Follow): Promise<void> {
  const { instance, state, command, events } = stepped;
  for (const event of events) {
    await projectEvent(batch, event);
    const task = consequenceOf(event, state.origin);
    if (task !== undefined) follow(task);
  }
  const row = instance?.row ?? (await batch.row('instance', state.key)) ?? endedRow(batch, state);
  const live = instance ?? { row, state, seq: 0, bytesSinceSnapshot: 0 };
  if (events.length > 0) batch.logInstance(live, command.type, events);
  if (state.outcome !== undefined) return forget(batch, state);
  if (instance === undefined) batch.context.instances.add(live);
}

function forget(batch: Batch, state: State): void {
  const { instances, results } = batch.context;
  instances.remove(state.key);
  if (state.origin.type === 'message' && state.origin.correlationKey !== '') {
    batch.remove('start_lock', state.key);
  }
  if (state.outcome !== 'completed') return;
  const root = state.elements.get(state.key);
  results.complete(batch, state.key, Object.fromEntries(root?.variables ?? []));
}

/** An instance that ended in the step that made it never has a row of its own. */
function endedRow(batch: Batch, { key, definition }: State): LiveInstance['row'] {
  return {
    key,
    bpmnProcessId: definition.bpmnProcessId,
    processDefinitionKey: definition.processDefinitionKey,
    version: definition.version,
    parentKey: null,
    createdAt: batch.now,
    snapshot: null,
    snapshotSeq: 0,
    isSetAside: false,
  };
}

function consequenceOf(event: Event, origin: State['origin']): Task | undefined {
  if (event.type === 'message_subscription_opened') return { kind: 'subscription', opened: event };
  if (event.type !== 'instance_ended' || origin.type !== 'message') return undefined;
  if (origin.correlationKey === '') return undefined;
  const { bpmnProcessId } = event.definition;
  return { kind: 'released', bpmnProcessId, correlationKey: origin.correlationKey };
}

async function correlateBuffered(
  batch: Batch,
  opened: MessageSubscriptionOpened,
  follow: Follow,
): Promise<void> {
  if ((await batch.row('subscription', opened.subscriptionKey)) === undefined) return;
  const address = { name: opened.messageName, correlationKey: opened.correlationKey };
  const message = await oldestBuffered(batch, [address], opened.bpmnProcessId);
  if (message === undefined) return;
  const command = correlation(opened.subscriptionKey, message);
  const { processInstanceKey } = opened;
  const reply = await stepInstance(batch, { processInstanceKey, command }, follow);
  // A subscription that does not interrupt takes every message that waits.
  if (reply.ok && !opened.interrupting) follow({ kind: 'subscription', opened });
}

/** The next instance, of the latest version, that the ended one has kept waiting. */
async function startBuffered(
  batch: Batch,
  { bpmnProcessId, correlationKey }: Extract<Task, { kind: 'released' }>,
  follow: Follow,
): Promise<void> {
  const row = batch.context.processes.latest(bpmnProcessId);
  if (row === undefined) return;
  const starts = messageStartsOf(row);
  const addresses = starts.map(({ messageName }) => ({ name: messageName, correlationKey }));
  const message = await oldestBuffered(batch, addresses, bpmnProcessId);
  const start = starts.find(({ messageName }) => messageName === message?.name);
  if (message === undefined || start === undefined) return;
  await stepInstance(batch, messageStart(batch, { row, start }, message), follow);
}
