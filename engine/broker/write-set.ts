import type { Key } from '../core/records/index.ts';
import { compareKeys, type TableChanges } from '../store/port.ts';

/**
 * What a batch has done to one table and not yet written, laid over what is stored. A row that was
 * made and removed in the same batch never reaches the store.
 */
export class WriteSet<Row extends { readonly key: Key }> {
  readonly #changed = new Map<Key, Row | null>();
  readonly #read = new Map<Key, Row | null>();
  readonly #new = new Set<Key>();

  /** Remembers rows that were read ahead; null where the store has none. */
  remember(keys: readonly Key[], rows: readonly Row[]): void {
    for (const key of keys) this.#read.set(key, null);
    for (const row of rows) this.#read.set(row.key, row);
  }

  /** The row as the batch sees it; undefined when the store must be asked. */
  get(key: Key): Row | null | undefined {
    const changed = this.#changed.get(key);
    return changed === undefined ? this.#read.get(key) : changed;
  }

  /** Adds a row that the store cannot have, because its key is new. */
  add(row: Row): void {
    this.#new.add(row.key);
    this.#changed.set(row.key, row);
  }

  replace(row: Row): void {
    this.#changed.set(row.key, row);
  }

  remove(key: Key): void {
    if (this.#new.delete(key)) {
      this.#changed.delete(key);
      this.#read.set(key, null);
    } else this.#changed.set(key, null);
  }

  /** Keys that a look-up in the store must leave out, because the batch knows better. */
  changedKeys(): Key[] {
    return [...this.#changed.keys()];
  }

  /** Stored rows with the batch's changes laid over them, in ascending order of keys. */
  overlay(stored: readonly Row[], isWanted: (row: Row) => boolean): Row[] {
    const rows = stored.filter(({ key }) => !this.#changed.has(key));
    for (const row of this.#changed.values()) if (row !== null && isWanted(row)) rows.push(row);
    return rows.sort((left, right) => compareKeys(left.key, right.key));
  }

  changes(): TableChanges<Row> | undefined {
    if (this.#changed.size === 0) return undefined;
    const put: Row[] = [];
    const remove: Key[] = [];
    for (const [key, row] of this.#changed) {
      if (row === null) remove.push(key);
      else put.push(row);
    }
    return { put, remove };
  }
}
