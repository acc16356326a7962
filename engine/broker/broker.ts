import { success } from '../core/records/index.ts';
import { type Store, StoreClosedError, StoreUnavailableError } from '../store/port.ts';
import { Batch, type BatchContext } from './batch.ts';
import type { Clock } from './clock.ts';
import { Decisions } from './decisions.ts';
import { type DueWork, readDue } from './due-work.ts';
import { Fault } from './fault.ts';
import { handlers } from './handlers/index.ts';
import { Instances } from './instances.ts';
import { JobNotices } from './job-notices.ts';
import { JobStreams } from './job-streams.ts';
import { KeySource } from './keys.ts';
import { BATCH_COMMANDS_MAX, QUEUE_MAX, RETRY_MS, SLEEP_MS_MAX } from './limits.ts';
import type { Logger } from './logger.ts';
import { Processes } from './processes.ts';
import { isTransient, type Reply, refuse } from './reply.ts';
import type { AnswerOf, RequestOf, RequestType } from './requests.ts';
import { Results } from './results.ts';
import { UNAVAILABLE, type Work } from './work.ts';

/** What a broker needs. */
export interface BrokerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  /** IANA zone of calendar durations and local times. */
  readonly zone: string;
}

/**
 * The one writer of a store. Requests queue up; a batch of them is one transaction; nobody is
 * answered before it is committed. Its states:
 * - closed: before `start`, after `stop`, and after the store failed. Memory holds nothing. Only in
 *   the last case the next batch tries to open the store again.
 * - open: memory holds what is stored, plus what the running batch has done.
 */
export class Broker {
  /** The long polls that wait for jobs. */
  readonly jobNotices = new JobNotices();
  /** The clients that jobs are pushed to. */
  readonly jobStreams = new JobStreams();
  readonly #options: BrokerOptions;
  readonly #queue: Work[] = [];
  readonly #results = new Results();
  readonly #instances: Instances;
  readonly #processes = new Processes();
  readonly #decisions = new Decisions();
  #context: BatchContext | undefined;
  #running: Promise<void> | undefined;
  #waking: Promise<void> = Promise.resolve();
  #isStopping = false;
  #nextDueAt = Number.POSITIVE_INFINITY;
  #alarm: NodeJS.Timeout | undefined;

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.#instances = new Instances(options.store);
  }

  /** Opens the store and begins to look at the clock. */
  async start(): Promise<void> {
    await this.#open();
    this.#setAlarm();
  }

  /** Carries out a request; the reply comes when it is durable. */
  execute<Type extends RequestType>(
    type: Type,
    request: RequestOf<Type>,
  ): Promise<Reply<AnswerOf<Type>>> {
    const handler = handlers[type];
    return this.#enqueue(type, (settle) => ({
      name: type,
      rows: handler.rows?.(request) ?? [],
      demand: handler.demand?.(request),
      run: (batch) => handler.run(batch, request),
      settle: (reply) => settle(reply as Reply<AnswerOf<Type>>),
    }));
  }

  /** Runs everything that is due by the clock now, and what becomes due by that. */
  wake(): Promise<void> {
    this.#waking = this.#waking.then(() => this.#runDue());
    return this.#waking;
  }

  /** Finishes what is queued, then closes the store. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#alarm);
    await this.#waking;
    while (this.#running !== undefined) await this.#running;
    this.#context = undefined;
    await this.#options.store.close();
  }

  #enqueue<Answer>(
    name: string,
    workOf: (settle: (reply: Reply<Answer>) => void) => Work,
  ): Promise<Reply<Answer>> {
    if (this.#isStopping) {
      return Promise.resolve(
        refuse('unavailable', `Expected to run ${name}, but the engine stops`),
      );
    }
    if (this.#queue.length >= QUEUE_MAX) {
      const reason = `but ${QUEUE_MAX} requests wait already: try again later`;
      return Promise.resolve(refuse('resource_exhausted', `Expected to run ${name}, ${reason}`));
    }
    return new Promise((resolve) => {
      this.#queue.push(workOf(resolve));
      this.#kick();
    });
  }

  #kick(): void {
    if (this.#running !== undefined) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#queue.length > 0) this.#kick();
      else this.#setAlarm();
    });
  }

  async #run(): Promise<void> {
    // Requests that arrive in the same turn of the event loop share the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      await this.#runWorks(this.#queue.splice(0, BATCH_COMMANDS_MAX));
    }
  }

  /** When a batch fails by one of its works, each of them gets a batch of its own. */
  async #runWorks(works: readonly Work[]): Promise<void> {
    try {
      await this.#runBatch(works).catch((fault: unknown) => {
        if (!(fault instanceof StoreClosedError)) throw fault;
        this.#close();
        return this.#runBatch(works);
      });
    } catch (fault) {
      this.#close();
      if (fault instanceof StoreUnavailableError) {
        this.#options.logger.error({ err: fault }, 'a batch was not stored');
        for (const work of works) work.settle(UNAVAILABLE);
      } else if (works.length === 1) await this.#abandon(works, fault);
      else for (const work of works) await this.#runWorks([work]);
    }
  }

  async #runBatch(works: readonly Work[]): Promise<void> {
    const context = this.#context ?? (await this.#open());
    const batch = new Batch(context, this.#options.clock.now());
    await batch.readAhead(works.flatMap(({ rows }) => rows));
    await batch.readJobsAhead(works.flatMap(({ demand = [] }) => demand));
    const replies: Reply<unknown>[] = [];
    for (const work of works) replies.push(await work.run(batch));
    const assignments = await this.jobStreams.assign(batch);
    await batch.commit();
    works.forEach((work, place) => {
      work.settle(replies[place] ?? UNAVAILABLE);
    });
    const undelivered = this.jobStreams.deliver(assignments);
    this.#announce(batch);
    if (undelivered.length > 0) {
      void this.execute('yield_jobs', { keys: undelivered.map(({ key }) => key) });
    }
    this.#nextDueAt = Math.min(this.#nextDueAt, batch.nextDueAt());
    context.instances.trim();
  }

  /** A work that cannot be done is answered, and what it was about is set aside. */
  async #abandon(works: readonly Work[], fault: unknown): Promise<void> {
    const key = fault instanceof Fault ? fault.processInstanceKey : undefined;
    for (const work of works) {
      this.#options.logger.error({ err: fault, key, work: work.name }, 'a command failed');
      try {
        await this.#setAside(work, key);
      } catch (cause) {
        this.#close();
        this.#options.logger.error({ err: cause, key }, 'an instance could not be set aside');
      }
      work.settle(refuse('processing_error', `Expected to run ${work.name}, but it failed`));
    }
  }

  async #setAside(work: Work, key: string | undefined): Promise<void> {
    const context = this.#context ?? (await this.#open());
    const batch = new Batch(context, this.#options.clock.now());
    const row = key === undefined ? undefined : await batch.row('instance', key);
    if (row !== undefined) batch.replace('instance', { ...row, isSetAside: true });
    work.abandon?.(batch);
    await batch.commit();
    if (key !== undefined) context.instances.remove(key);
  }

  #announce(batch: Batch): void {
    const counts = new Map<string, number>();
    for (const { type } of batch.offered()) counts.set(type, (counts.get(type) ?? 0) + 1);
    for (const [type, count] of counts) this.jobNotices.notify(type, count);
  }

  async #open(): Promise<BatchContext> {
    const { store, zone } = this.#options;
    const opening = await store.open();
    this.#processes.clear();
    for (const row of opening.processes) this.#processes.add(row);
    this.#decisions.load(opening);
    this.#nextDueAt = (await store.nextDueAt()) ?? Number.POSITIVE_INFINITY;
    this.#context = {
      store,
      zone,
      instances: this.#instances,
      processes: this.#processes,
      decisions: this.#decisions,
      keys: new KeySource(opening.keyCounter),
      results: this.#results,
    };
    return this.#context;
  }

  /** What is in memory may not be what is stored: it is all read again when it is needed. */
  #close(): void {
    this.#context = undefined;
    this.#instances.clear();
  }

  async #runDue(): Promise<void> {
    for (;;) {
      const found = await this.#enqueue<readonly DueWork[]>('look at the clock', (settle) => ({
        name: 'look at the clock',
        rows: [],
        run: (batch) => this.#findDue(batch),
        settle: (reply) => settle(reply as Reply<readonly DueWork[]>),
      }));
      if (!found.ok) return this.#lookAgainSoon();
      const works = found.value;
      if (works.length === 0) return;
      const replies = await Promise.all(works.map(({ name, of }) => this.#enqueue(name, of)));
      if (replies.some((reply) => !reply.ok && isTransient(reply.problem))) {
        return this.#lookAgainSoon();
      }
    }
  }

  async #findDue(batch: Batch): Promise<Reply<readonly DueWork[]>> {
    const { works, nextDueAt } = await readDue(batch);
    this.#nextDueAt = nextDueAt;
    return success(works);
  }

  #lookAgainSoon(): void {
    this.#nextDueAt = this.#options.clock.now() + RETRY_MS;
  }

  #setAlarm(): void {
    clearTimeout(this.#alarm);
    if (this.#isStopping) return;
    const restMs = Math.max(0, this.#nextDueAt - this.#options.clock.now());
    this.#alarm = setTimeout(
      () => {
        void this.wake().then(() => this.#setAlarm());
      },
      Math.min(restMs, SLEEP_MS_MAX),
    );
  }
}
