/** A 64-bit key of the engine, as decimal text: keys of partitions above 3 do not fit a JS number. */
export type Key = string;
