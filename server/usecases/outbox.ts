import { randomUUID } from 'node:crypto';
import type { Clock } from './ports/clock.ts';
import type { Transaction } from './ports/records.ts';

/** A command that the engine gets after the transaction that caused it has committed. */
export type EngineCommand =
  | {
      readonly kind: 'publish_message';
      readonly name: string;
      readonly correlationKey: string;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'complete_job';
      readonly jobKey: string;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'cancel_instance'; readonly processInstanceKey: string };

export interface OutboxDeps {
  readonly clock: Clock;
  /** Tells the sender that there is something to send. */
  readonly wakeOutbox: () => void;
}

// Every command is due at once; only a failed one waits.
const AT_ONCE = new Date(0);

/** Writes a command into the outbox. The key makes sending it twice harmless. */
export async function enqueue(
  tx: Transaction,
  deps: OutboxDeps,
  key: string,
  command: EngineCommand & { readonly caseId: string | null },
): Promise<void> {
  const { kind, caseId, ...payload } = command;
  await tx.insert('Outbox', {
    id: randomUUID(),
    key,
    kind,
    payload,
    caseId,
    attempts: 0,
    createdAt: new Date(deps.clock.now()),
    nextAttemptAt: AT_ONCE,
  });
  tx.afterCommit(deps.wakeOutbox);
}
