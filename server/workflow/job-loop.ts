import { setTimeout as sleep } from 'node:timers/promises';
import type { ActivatedJob, EngineClient } from './engine-client.ts';
import type { Log } from './log.ts';

const JOBS_MAX = 16;
const LEASE_MS = 60_000;
const WAIT_MS = 10_000;
const RECONNECT_MS = 500;
const BACKOFF_MS = 1_000;

export interface JobLoopOptions {
  readonly type: string;
  readonly engine: EngineClient;
  readonly log: Log;
  readonly handle: (job: ActivatedJob) => Promise<void>;
  /** Called when the last try of a job has failed, before the engine makes an incident of it. */
  readonly onLost: (job: ActivatedJob, message: string) => Promise<void>;
}

/** Asks the engine for the jobs of one type for as long as the server runs. */
export class JobLoop {
  readonly #options: JobLoopOptions;
  readonly #stopping = new AbortController();
  #working: Promise<unknown> = Promise.resolve();

  constructor(options: JobLoopOptions) {
    this.#options = options;
  }

  start(): void {
    void this.#run();
  }

  /** Waits for the jobs in hand; a long poll that is still open ends with the connection. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#working;
  }

  async #run(): Promise<void> {
    const { engine, type, log } = this.#options;
    const request = { maxJobs: JOBS_MAX, leaseMs: LEASE_MS, waitMs: WAIT_MS, worker: 'yunge' };
    while (!this.#isStopping) {
      try {
        const jobs = await engine.activate(type, request);
        if (this.#isStopping) return;
        this.#working = Promise.all(jobs.map((job) => this.#handle(job)));
        await this.#working;
      } catch (error) {
        if (this.#isStopping) return;
        log.warn({ err: error, type }, 'jobs: the engine did not answer');
        await sleep(RECONNECT_MS, undefined, { signal: this.#stopping.signal }).catch(() => null);
      }
    }
  }

  async #handle(job: ActivatedJob): Promise<void> {
    const { engine, handle, log, onLost } = this.#options;
    try {
      await handle(job);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const place = { key: job.key, type: job.type, elementId: job.elementId };
      log.error({ err: error, ...place }, 'jobs: failed');
      const retries = job.retries - 1;
      if (retries <= 0) await onLost(job, message);
      await engine.fail(job.key, { retries, message, backoffMs: BACKOFF_MS });
    }
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }
}
