import { setTimeout as sleep } from 'node:timers/promises';
import type { Deps } from '../usecases/deps.ts';
import { watchDeadlines } from '../usecases/watch-deadlines.ts';
import type { Log } from './log.ts';

const EVERY_MS = 30_000;

/** Looks at the legal deadlines twice a minute. */
export class DeadlineWatch {
  readonly #deps: Deps;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(deps: Deps, log: Log) {
    this.#deps = deps;
    this.#log = log;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await watchDeadlines(this.#deps).catch((error: unknown) => {
        this.#log.error({ err: error }, 'deadlines: the database did not answer');
      });
      await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
