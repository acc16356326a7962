import type { ProcessGraph, TimerStart } from '../core/model/graph.ts';
import { firstOccurrence, nextOccurrence, type Occurrence } from '../core/model/timer/schedule.ts';
import { type Key, problem, type Result, success } from '../core/records/index.ts';
import type { Lookup } from '../feel/index.ts';
import type { TimerRow } from '../store/port.ts';
import type { Batch } from './batch.ts';
import { referenceTo } from './processes.ts';
import type { Reply } from './reply.ts';
import { runCommand } from './run-command.ts';

/** When a timer start event fires for the first time. */
export interface FirstStart {
  readonly elementId: string;
  readonly occurrence: Occurrence;
}

/** The first occurrences of a process's timer start events, or what is wrong with one. */
export function firstStarts(
  batch: Batch,
  graph: ProcessGraph,
): Result<readonly FirstStart[], string> {
  const starts: FirstStart[] = [];
  for (const start of graph.timerStarts) {
    const text = textOf(batch, start);
    if (!text.ok) return text;
    const occurrence = firstOccurrence(start.timer.kind, text.value, momentOf(batch));
    if (!occurrence.ok) return occurrence;
    starts.push({ elementId: start.elementId, occurrence: occurrence.value });
  }
  return success(starts);
}

/** Only the latest version has start timers: those of the one before are closed. */
export async function replaceStartTimers(
  batch: Batch,
  definitions: { readonly previous: Key | undefined; readonly next: Key },
  starts: readonly FirstStart[],
): Promise<void> {
  const { previous, next } = definitions;
  const old = previous === undefined ? [] : await batch.startTimers(previous);
  for (const { key } of old) batch.remove('timer', key);
  for (const { elementId, occurrence } of starts) addTimer(batch, next, elementId, occurrence);
}

/** Starts an instance, and sets the timer again while it repeats. */
export async function fireStartTimer(batch: Batch, row: TimerRow): Promise<Reply<null>> {
  const { processes, keys } = batch.context;
  batch.remove('timer', row.key);
  const process = processes.byKey(row.processDefinitionKey ?? '');
  if (process === undefined) return success(null);
  await repeat(batch, process.key, row);
  const processInstanceKey = keys.next();
  return runCommand(batch, {
    processInstanceKey,
    command: {
      type: 'create_instance',
      processInstanceKey,
      definition: referenceTo(process),
      variables: {},
      origin: { type: 'timer', startElementId: row.elementId },
    },
  });
}

async function repeat(batch: Batch, definitionKey: Key, row: TimerRow): Promise<void> {
  const graph = await batch.context.processes.graph(definitionKey);
  const start = graph.timerStarts.find(({ elementId }) => elementId === row.elementId);
  if (start?.timer.kind !== 'cycle') return;
  const text = textOf(batch, start);
  if (!text.ok) return;
  const last = { dueAt: row.dueAt, repetitions: row.repetitions };
  const next = nextOccurrence(text.value, last, momentOf(batch));
  if (next.ok && next.value !== undefined) {
    addTimer(batch, definitionKey, row.elementId, next.value);
  }
}

function addTimer(
  batch: Batch,
  processDefinitionKey: Key,
  elementId: string,
  { dueAt, repetitions }: Occurrence,
): void {
  const key = batch.context.keys.next();
  batch.add('timer', {
    key,
    dueAt,
    processInstanceKey: null,
    processDefinitionKey,
    elementId,
    repetitions,
  });
}

const NO_VARIABLES: Lookup = { get: () => undefined, has: () => false };

function textOf(batch: Batch, { elementId, timer }: TimerStart): Result<string, string> {
  const { expression } = timer;
  if (expression.kind === 'static') return success(expression.text);
  const evaluated = expression.compiled.evaluate(NO_VARIABLES, momentOf(batch));
  if (evaluated.ok && typeof evaluated.value === 'string') return success(evaluated.value);
  const reason = evaluated.ok ? 'its value is not a text' : evaluated.message;
  return problem(`Expected the timer of '${elementId}' to be evaluated, but: ${reason}`);
}

function momentOf(batch: Batch): { readonly now: number; readonly zone: string } {
  return { now: batch.now, zone: batch.context.zone };
}
