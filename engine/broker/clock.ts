/** Tells the time; tests pass one that they move. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now() };
