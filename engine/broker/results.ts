import type { JsonDocument, Key } from '../core/records/index.ts';
import type { Batch } from './batch.ts';

/** The callers that wait for the end of an instance. */
export class Results {
  readonly #waiting = new Map<Key, (variables: JsonDocument) => void>();

  /** The root variables of an instance that begins now, once it has completed durably. */
  await(key: Key): Promise<JsonDocument> {
    return new Promise((resolve) => this.#waiting.set(key, resolve));
  }

  complete(batch: Batch, key: Key, variables: JsonDocument): void {
    if (!this.#waiting.has(key)) return;
    batch.afterCommit(() => {
      this.#waiting.get(key)?.(variables);
      this.#waiting.delete(key);
    });
  }

  /** Nobody waits any more: the caller's time was up, or the instance was cancelled. */
  forget(key: Key): void {
    this.#waiting.delete(key);
  }
}
