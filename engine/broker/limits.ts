/** Commands in one batch, and so in one transaction. */
export const BATCH_COMMANDS_MAX = 128;
/** Requests that may wait; more are refused, and clients try them again. */
export const QUEUE_MAX = 10_000;
/** Instances that stay in memory between batches. */
export const INSTANCES_CACHED_MAX = 5_000;
/** Process graphs that stay compiled. */
export const GRAPHS_CACHED_MAX = 500;
/** Commands that one command may cause one after the other, in other instances or its own. */
export const CHAIN_DEPTH_MAX = 1_000;
/** Bytes of events after which an instance gets a new snapshot, if that at least doubles it. */
export const SNAPSHOT_BYTES_MIN = 64 * 1024;
/** Jobs in one answer. */
export const JOBS_ACTIVATED_MAX = 1_000;
/** Bytes of jobs in one answer: a gRPC message of 4 MiB with room for what is around them. */
export const JOBS_BYTES_MAX = 4 * 1024 * 1024 - 64 * 1024;
/** Things that are due and are read at once. */
export const DUE_MAX = 500;
/** How long the clock is not looked at when nothing is due. */
export const SLEEP_MS_MAX = 60_000;
/** Keys that are reserved at once. */
export const KEYS_RESERVED = 10_000n;
/** When to look at the clock again after the store could not be asked. */
export const RETRY_MS = 1_000;
