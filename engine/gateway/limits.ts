/** The largest message in and out. */
export const MESSAGE_BYTES_MAX = 4 * 1024 * 1024;
/** How long a caller waits when it does not say. */
export const REQUEST_TIMEOUT_MS = 15_000;
/** How long a poll for jobs stays open when the caller does not say. */
export const LONG_POLL_MS = 10_000;
