import assert from 'node:assert/strict';
import type { Event, Key } from '../core/records/index.ts';
import { apply } from '../core/state/apply.ts';
import type { InstanceState } from '../core/state/instance.ts';
import {
  fromSnapshot,
  type ScopeVariables,
  type StateSnapshot,
  toSnapshot,
} from '../core/state/snapshot.ts';
import type { InstanceRow, Store, StoredInstance } from '../store/port.ts';
import { Fault } from './fault.ts';
import { INSTANCES_CACHED_MAX, SNAPSHOT_BYTES_MIN } from './limits.ts';

/** An instance in memory: its row, its state, and how much of its log the snapshot misses. */
export interface LiveInstance {
  row: InstanceRow;
  readonly state: InstanceState;
  /** The number of the last log row. */
  seq: number;
  bytesSinceSnapshot: number;
}

/**
 * The instances that commands have touched lately. They are loaded on demand, so neither the start
 * nor the memory grows with the number of instances.
 */
export class Instances {
  readonly #store: Store;
  readonly #cached = new Map<Key, LiveInstance>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reads those that are not in memory, in one query; those set aside stay out of reach. */
  async load(keys: readonly Key[]): Promise<void> {
    const missing = keys.filter((key) => !this.#cached.has(key));
    if (missing.length === 0) return;
    for (const stored of await this.#store.instances([...new Set(missing)])) {
      if (!stored.row.isSetAside) this.#cached.set(stored.row.key, hydrate(stored));
    }
  }

  /** One that is in memory. */
  get(key: Key): LiveInstance | undefined {
    const instance = this.#cached.get(key);
    if (instance === undefined) return undefined;
    // Moves it to the end: the map's order is that of the last use.
    this.#cached.delete(key);
    this.#cached.set(key, instance);
    return instance;
  }

  add(instance: LiveInstance): void {
    this.#cached.set(instance.row.key, instance);
  }

  remove(key: Key): void {
    this.#cached.delete(key);
  }

  /** Forgets those that were not used for the longest time; between batches only. */
  trim(): void {
    for (const key of this.#cached.keys()) {
      if (this.#cached.size <= INSTANCES_CACHED_MAX) return;
      this.#cached.delete(key);
    }
  }

  clear(): void {
    this.#cached.clear();
  }
}

interface SnapshotDocument {
  readonly state: StateSnapshot;
  readonly variables: readonly ScopeVariables[];
}

/** The row with a snapshot of now, when so much was logged since the last one that it pays. */
export function refreshSnapshot(instance: LiveInstance): InstanceRow | undefined {
  const since = instance.bytesSinceSnapshot;
  if (since < SNAPSHOT_BYTES_MIN || since < (instance.row.snapshot?.length ?? 0)) return undefined;
  const document: SnapshotDocument = {
    state: toSnapshot(instance.state),
    variables: [...instance.state.elements.values()]
      .filter(({ variables }) => variables.size > 0)
      .map(({ key, variables }) => ({ scopeKey: key, values: Object.fromEntries(variables) })),
  };
  instance.bytesSinceSnapshot = 0;
  instance.row = {
    ...instance.row,
    snapshot: JSON.stringify(document),
    snapshotSeq: instance.seq,
  };
  return instance.row;
}

function hydrate({ row, log }: StoredInstance): LiveInstance {
  try {
    const events = log.flatMap((logged) => JSON.parse(logged.events) as Event[]);
    const snapshot = row.snapshot === null ? undefined : revive(row.snapshot);
    const state = events.reduce<InstanceState | undefined>(apply, snapshot);
    assert(state, 'Expected events or a snapshot, but there are none');
    const seq = log.at(-1)?.seq ?? row.snapshotSeq;
    const bytesSinceSnapshot = log.reduce((bytes, logged) => bytes + logged.events.length, 0);
    return { row, state, seq, bytesSinceSnapshot };
  } catch (cause) {
    throw new Fault(row.key, `Expected instance ${row.key} to be readable, but it is not`, cause);
  }
}

function revive(snapshot: string): InstanceState {
  const { state, variables } = JSON.parse(snapshot) as SnapshotDocument;
  return fromSnapshot(state, variables);
}
