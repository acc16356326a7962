/** A 64-bit key of the engine, as decimal text: not all of them fit a JS number. */
export type Key = string;
