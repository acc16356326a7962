import { setTimeout as sleep } from 'node:timers/promises';
import { markTaskCancelled } from '../usecases/mark-task-cancelled.ts';
import type { Clock } from '../usecases/ports/clock.ts';
import type { Records } from '../usecases/ports/records.ts';
import type { TaskRow } from '../usecases/ports/task-rows.ts';
import type { EngineClient } from './engine-client.ts';
import type { Log } from './log.ts';

/** The lease of a human task: long enough that nobody but us ever gets the job again. */
export const HUMAN_LEASE_MS = 10 * 365 * 24 * 3_600_000;

// A published message moves the instance a little after it was acknowledged.
const AFTER_MOVE_MS = [0, 300, 2_000] as const;
const SWEEP_MS = 60_000;
const SWEEP_MAX = 500;

export interface ProbeOptions {
  readonly records: Records;
  readonly engine: EngineClient;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Learns which human tasks the engine has cancelled. The gateway never says so by itself; extending
 * the lease of a job that is gone answers NOT_FOUND.
 */
export class CancelledTaskProbe {
  readonly #options: ProbeOptions;
  readonly #stopping = new AbortController();
  readonly #waiting = new Set<Promise<void>>();

  constructor(options: ProbeOptions) {
    this.#options = options;
  }

  start(): void {
    this.#track(this.#sweepForever());
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#waiting);
  }

  /** Looks after the open tasks of a case that may have moved. */
  request(caseId: string): void {
    this.#track(this.#probeSoon(caseId));
  }

  /** Looks once after the open tasks of a case. */
  look(caseId: string): void {
    this.#track(this.#probeTasks({ caseId }));
  }

  async #probeSoon(caseId: string): Promise<void> {
    for (const wait of AFTER_MOVE_MS) {
      if (!(await this.#pause(wait))) return;
      await this.#probeTasks({ caseId });
    }
  }

  async #sweepForever(): Promise<void> {
    while (await this.#pause(SWEEP_MS)) await this.#probeTasks({});
  }

  async #probeTasks(where: { caseId?: string }): Promise<void> {
    const { records, engine, log } = this.#options;
    try {
      const tasks = await records.transaction((tx) =>
        tx.find(
          'Task',
          { ...where, state: { $in: ['open', 'claimed'] } },
          { orderBy: { createdAt: 'asc' }, limit: SWEEP_MAX },
        ),
      );
      for (const task of tasks) {
        if ((await engine.extendLease(task.jobKey, HUMAN_LEASE_MS)) === 'gone') {
          await this.#cancel(task);
        }
      }
    } catch (error) {
      log.warn({ err: error }, 'probe: the engine did not answer');
    }
  }

  async #cancel(task: TaskRow): Promise<void> {
    const { records, clock } = this.#options;
    await records.transaction((tx) => markTaskCancelled(tx, task.id, new Date(clock.now())));
  }

  /** Answers false when the server stops. */
  async #pause(ms: number): Promise<boolean> {
    const { signal } = this.#stopping;
    if (ms > 0) await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
    return !signal.aborted;
  }

  #track(work: Promise<void>): void {
    this.#waiting.add(work);
    void work.finally(() => this.#waiting.delete(work));
  }
}
