import type { Key } from '../core/records/index.ts';
import { KEYS_RESERVED } from './limits.ts';

const PARTITION_BITS = 51n;
const PARTITION_ID = 1n;

/**
 * Gives out the partition's keys, in ascending order and never one twice: a counter is durable
 * before the first key above the last durable one is known to anybody.
 */
export class KeySource {
  #counter: bigint;
  #reserved: bigint;

  constructor(durable: bigint) {
    this.#counter = durable;
    this.#reserved = durable;
  }

  next(): Key {
    this.#counter += 1n;
    return ((PARTITION_ID << PARTITION_BITS) + this.#counter).toString();
  }

  /** The counter that the next commit must make durable, when keys beyond it were given out. */
  reservation(): bigint | undefined {
    if (this.#counter <= this.#reserved) return undefined;
    this.#reserved = this.#counter + KEYS_RESERVED;
    return this.#reserved;
  }
}
