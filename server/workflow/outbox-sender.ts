import type { EngineCommand } from '../usecases/outbox.ts';
import type { Records } from '../usecases/ports/records.ts';
import type { OutboxRow } from '../usecases/ports/task-rows.ts';
import { Alarm } from './alarm.ts';
import type { CommandOutcome, EngineClient } from './engine-client.ts';
import type { Log } from './log.ts';

const BATCH_MAX = 64;
const POLL_MS = 1_000;
const LEASE_MS = 60_000;
const BACKOFF_MS_MIN = 500;
const BACKOFF_MS_MAX = 60_000;
const MESSAGE_TTL_MS = 24 * 3_600_000;

export interface OutboxSenderOptions {
  readonly records: Records;
  readonly engine: EngineClient;
  readonly log: Log;
  /** Called when a sent command may have cancelled tasks of a case. */
  readonly onMoved: (caseId: string) => void;
}

/**
 * Sends the commands of the outbox until the engine has acknowledged them. A row is leased, sent,
 * and marked; a crash in between sends it again, which its stable key makes harmless.
 */
export class OutboxSender {
  readonly #options: OutboxSenderOptions;
  readonly #alarm = new Alarm();
  #isStopping = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: OutboxSenderOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  wake(): void {
    this.#alarm.ring();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#alarm.ring();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      const sent = await this.#sendDue().catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'outbox: the database did not answer');
        return 0;
      });
      if (sent === 0) await this.#alarm.wait(POLL_MS);
    }
  }

  async #sendDue(): Promise<number> {
    const rows = await this.#lease();
    await Promise.all(groupsByCase(rows).map((group) => this.#sendInOrder(group)));
    return rows.length;
  }

  #lease(): Promise<OutboxRow[]> {
    // Retrying is a matter of the wall clock, not of the calendar that cases live by.
    const now = Date.now();
    return this.#options.records.transaction(async (tx) => {
      const rows = await tx.find(
        'Outbox',
        { sentAt: null, nextAttemptAt: { $lte: new Date(now) } },
        { orderBy: { createdAt: 'asc', key: 'asc' }, limit: BATCH_MAX, skipLocked: true },
      );
      for (const row of rows) {
        const lease = { attempts: row.attempts + 1, nextAttemptAt: new Date(now + LEASE_MS) };
        await tx.update('Outbox', { id: row.id }, lease);
      }
      return rows;
    });
  }

  async #sendInOrder(rows: readonly OutboxRow[]): Promise<void> {
    for (const [at, row] of rows.entries()) {
      if (await this.#sendOne(row)) continue;
      await this.#release(rows.slice(at + 1), row);
      return;
    }
  }

  // What comes behind a failed command is due with it, not only when its lease is over.
  async #release(rows: readonly OutboxRow[], failed: OutboxRow): Promise<void> {
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    const nextAttemptAt = new Date(Date.now() + waitAfter(failed));
    await this.#options.records.transaction((tx) =>
      tx.update('Outbox', { id: { $in: ids } }, { nextAttemptAt }),
    );
  }

  async #sendOne(row: OutboxRow): Promise<boolean> {
    const { engine, records, log, onMoved } = this.#options;
    try {
      const outcome = await send(engine, row);
      await records.transaction((tx) =>
        tx.update('Outbox', { id: row.id }, { sentAt: new Date(), outcome }),
      );
      if (row.kind !== 'complete_job' && row.caseId !== null) onMoved(row.caseId);
      return true;
    } catch (error) {
      log.warn({ err: error, key: row.key, attempts: row.attempts + 1 }, 'outbox: not sent yet');
      await records.transaction((tx) => tx.update('Outbox', { id: row.id }, later(row, error)));
      return false;
    }
  }
}

function groupsByCase(rows: readonly OutboxRow[]): OutboxRow[][] {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    const key = row.caseId ?? row.id;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function later(row: OutboxRow, error: unknown): Partial<OutboxRow> {
  const wait = waitAfter(row);
  const text = error instanceof Error ? error.message : String(error);
  return { nextAttemptAt: new Date(Date.now() + wait), outcome: text.slice(0, 500) };
}

function waitAfter(row: OutboxRow): number {
  return Math.min(BACKOFF_MS_MIN * 2 ** row.attempts, BACKOFF_MS_MAX);
}

function send(engine: EngineClient, row: OutboxRow): Promise<CommandOutcome> {
  const command = { kind: row.kind, ...row.payload } as EngineCommand;
  switch (command.kind) {
    case 'publish_message':
      return engine.publish({ ...command, messageId: row.key, timeToLiveMs: MESSAGE_TTL_MS });
    case 'complete_job':
      return engine.complete(command.jobKey, command.variables);
    case 'cancel_instance':
      return engine.cancel(command.processInstanceKey);
    default:
      throw new Error(`Expected a command of the engine, but got ${command satisfies never}`);
  }
}
