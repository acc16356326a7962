import { success } from '../core/records/index.ts';
import type { Due, JobRow, MessageRow, TimerRow } from '../store/port.ts';
import type { Batch } from './batch.ts';
import { DUE_MAX } from './limits.ts';
import type { Reply } from './reply.ts';
import { runCommand } from './run-command.ts';
import { fireStartTimer } from './start-timers.ts';
import type { Work } from './work.ts';

/** A work that the clock causes; nobody waits for its reply but the clock. */
export interface DueWork {
  readonly name: string;
  of(settle: (reply: Reply<null>) => void): Work;
}

/** What is due, and when the next thing after that is. */
export interface DueWorks {
  readonly works: readonly DueWork[];
  readonly nextDueAt: number;
}

/** Finds out what is due; like everything that asks the store, this is part of a batch. */
export async function readDue({ context: { store }, now }: Batch): Promise<DueWorks> {
  const works = worksOf(await store.due(now, DUE_MAX));
  return { works, nextDueAt: (await store.nextDueAt()) ?? Number.POSITIVE_INFINITY };
}

function worksOf({ timers, leases, backoffs, messages }: Due): readonly DueWork[] {
  return [
    ...timers.map((row) => work('timer', row, { run: triggerTimer, abandon: dropTimer })),
    ...leases.map((row) => work('job', row, { run: endLease, abandon: stopJob })),
    ...backoffs.map((row) => work('job', row, { run: endBackoff, abandon: stopJob })),
    ...messages.map((row) => work('message', row, { run: expireMessage, abandon: dropMessage })),
  ];
}

/** What to do with a row; when that fails by a fault of ours, the clock must not come back to it. */
interface Treatment<Row> {
  run(batch: Batch, row: Row): Promise<Reply<null>>;
  abandon(batch: Batch, row: Row): void;
}

function work<Row extends TimerRow | JobRow | MessageRow>(
  table: 'timer' | 'job' | 'message',
  row: Row,
  { run, abandon }: Treatment<Row>,
): DueWork {
  const rows: Work['rows'] =
    'processInstanceKey' in row && row.processInstanceKey !== null
      ? [
          [table, row.key],
          ['instance', row.processInstanceKey],
        ]
      : [[table, row.key]];
  return {
    name: run.name,
    of: (settle) => ({
      name: run.name,
      rows,
      run: (batch) => run(batch, row),
      settle: (reply) => settle(reply as Reply<null>),
      abandon: (batch) => abandon(batch, row),
    }),
  };
}

/** The timer may be gone by now, with what waited for it. */
async function triggerTimer(batch: Batch, { key }: TimerRow): Promise<Reply<null>> {
  const row = await batch.row('timer', key);
  if (row === undefined) return success(null);
  if (row.processInstanceKey === null) return fireStartTimer(batch, row);
  const reply = await runCommand(batch, {
    processInstanceKey: row.processInstanceKey,
    command: { type: 'trigger_timer', timerKey: key },
  });
  if (!reply.ok) batch.remove('timer', key);
  return reply;
}

async function endLease(batch: Batch, { key }: JobRow): Promise<Reply<null>> {
  const row = await batch.row('job', key);
  if (row?.state !== 'activated' || (row.deadlineAt ?? batch.now) > batch.now) return success(null);
  batch.replace('job', { ...row, state: 'activatable', worker: '', deadlineAt: null });
  batch.offer(key);
  return success(null);
}

async function endBackoff(batch: Batch, { key }: JobRow): Promise<Reply<null>> {
  const row = await batch.row('job', key);
  if (row === undefined || (row.backoffUntil ?? Number.POSITIVE_INFINITY) > batch.now) {
    return success(null);
  }
  const reply = await runCommand(batch, {
    processInstanceKey: row.processInstanceKey,
    command: { type: 'end_job_backoff', jobKey: key },
  });
  if (!reply.ok) batch.replace('job', { ...row, backoffUntil: null });
  return reply;
}

async function expireMessage(batch: Batch, { key }: MessageRow): Promise<Reply<null>> {
  batch.remove('message', key);
  return success(null);
}

function dropTimer(batch: Batch, { key }: TimerRow): void {
  batch.remove('timer', key);
}

function dropMessage(batch: Batch, { key }: MessageRow): void {
  batch.remove('message', key);
}

function stopJob(batch: Batch, row: JobRow): void {
  const free = { worker: '', deadlineAt: null, backoffUntil: null };
  batch.replace('job', { ...row, ...free, state: 'failed' });
}
