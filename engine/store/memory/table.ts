import type { Key } from '../../core/records/index.ts';
import { compareKeys } from '../compare-keys.ts';
import type { TableChanges } from '../port.ts';

/** A lookup by something else than the key; rows for which it gives undefined are left out. */
export type LookupOf<Row> = (row: Row) => string | undefined;

/** Rows by key, and by the look-ups that the table was made with. */
export class MemoryTable<Row extends { readonly key: Key }> {
  readonly #rows = new Map<Key, Row>();
  readonly #lookups: readonly {
    readonly of: LookupOf<Row>;
    readonly found: Map<string, Found<Row>>;
  }[];

  constructor(...lookups: readonly LookupOf<Row>[]) {
    this.#lookups = lookups.map((of) => ({ of, found: new Map() }));
  }

  change({ put, remove }: TableChanges<Row>): void {
    for (const key of remove) this.#remove(key);
    for (const row of put) this.#put(row);
  }

  find(keys: readonly Key[]): Row[] {
    return sorted(keys.flatMap((key) => this.#rows.get(key) ?? []));
  }

  /** The rows that the look-up with this place gives for a text. */
  findBy(place: number, text: string): Row[] {
    return sorted([...(this.#lookups[place]?.found.get(text)?.values() ?? [])]);
  }

  all(): Row[] {
    return sorted([...this.#rows.values()]);
  }

  #put(row: Row): void {
    this.#remove(row.key);
    this.#rows.set(row.key, row);
    for (const { of, found } of this.#lookups) {
      const text = of(row);
      if (text === undefined) continue;
      const rows = found.get(text) ?? new Map<Key, Row>();
      found.set(text, rows.set(row.key, row));
    }
  }

  #remove(key: Key): void {
    const row = this.#rows.get(key);
    if (row === undefined) return;
    this.#rows.delete(key);
    for (const { of, found } of this.#lookups) {
      const text = of(row);
      if (text === undefined) continue;
      const rows = found.get(text);
      rows?.delete(key);
      if (rows?.size === 0) found.delete(text);
    }
  }
}

type Found<Row> = Map<Key, Row>;

function sorted<Row extends { readonly key: Key }>(rows: Row[]): Row[] {
  return rows.sort((left, right) => compareKeys(left.key, right.key));
}
