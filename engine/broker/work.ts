import type { Batch, JobDemand, RowReference } from './batch.ts';
import type { Reply } from './reply.ts';

/** One entry of the broker's queue: what to do in a batch, and whom to tell how it ended. */
export interface Work {
  /** What it is, for the log. */
  readonly name: string;
  readonly rows: readonly RowReference[];
  readonly demand?: JobDemand | undefined;
  /** Runs inside a batch, and again in a new one when the batch could not be committed. */
  run(batch: Batch): Promise<Reply<unknown>>;
  /** Called once, when the outcome is durable or it is certain that nothing was done. */
  settle(reply: Reply<unknown>): void;
  /** Runs alone when the work itself failed by a fault of ours. */
  abandon?(batch: Batch): void;
}

/** What a work answers when the engine cannot store anything now. */
export const UNAVAILABLE: Reply<never> = {
  ok: false,
  problem: {
    code: 'unavailable',
    message: 'Expected to store the command, but the store is not available: try again',
  },
};
