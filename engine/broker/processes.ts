import type { MessageStart, ProcessGraph } from '../core/model/graph.ts';
import { describeProblems } from '../core/model/problem.ts';
import type { DefinitionReference, Key } from '../core/records/index.ts';
import type { ProcessRow } from '../store/port.ts';
import { GRAPHS_CACHED_MAX } from './limits.ts';
import { parseBpmn } from './parse.ts';

/** Every deployed version of every process; a version is parsed when it is used. */
export class Processes {
  readonly #byKey = new Map<Key, ProcessRow>();
  readonly #versions = new Map<string, Map<number, ProcessRow>>();
  readonly #latest = new Map<string, ProcessRow>();
  readonly #byMessage = new Map<string, Set<string>>();
  readonly #graphs = new Map<Key, ProcessGraph>();

  /** Adds a stored or a new version. Versions of one process come in ascending order. */
  add(row: ProcessRow): void {
    this.#byKey.set(row.key, row);
    const versions = this.#versions.get(row.bpmnProcessId) ?? new Map<number, ProcessRow>();
    this.#versions.set(row.bpmnProcessId, versions.set(row.version, row));
    const previous = this.#latest.get(row.bpmnProcessId);
    for (const { messageName } of previous === undefined ? [] : messageStartsOf(previous)) {
      this.#byMessage.get(messageName)?.delete(row.bpmnProcessId);
    }
    this.#latest.set(row.bpmnProcessId, row);
    for (const { messageName } of messageStartsOf(row)) {
      const processes = this.#byMessage.get(messageName) ?? new Set<string>();
      this.#byMessage.set(messageName, processes.add(row.bpmnProcessId));
    }
  }

  byKey(key: Key): ProcessRow | undefined {
    return this.#byKey.get(key);
  }

  latest(bpmnProcessId: string): ProcessRow | undefined {
    return this.#latest.get(bpmnProcessId);
  }

  version(bpmnProcessId: string, version: number): ProcessRow | undefined {
    return this.#versions.get(bpmnProcessId)?.get(version);
  }

  /** The processes whose latest version is started by a message of this name. */
  startedBy(messageName: string): readonly { row: ProcessRow; start: MessageStart }[] {
    return [...(this.#byMessage.get(messageName) ?? [])].flatMap((bpmnProcessId) => {
      const row = this.#latest.get(bpmnProcessId);
      if (row === undefined) return [];
      const start = messageStartsOf(row).find((found) => found.messageName === messageName);
      return start === undefined ? [] : [{ row, start }];
    });
  }

  /** The graph of a deployed version. */
  async graph(key: Key): Promise<ProcessGraph> {
    const known = this.#graphs.get(key);
    if (known !== undefined) return known;
    const row = this.#byKey.get(key);
    if (row === undefined) throw new Error(`Expected process ${key} to be deployed, but it is not`);
    const parsed = await parseBpmn(row.resource);
    if (!parsed.ok) {
      const problems = describeProblems(row.resourceName, parsed.problem);
      throw new Error(`Expected the deployed process ${key} to be valid, but: ${problems}`);
    }
    const graph = parsed.value.find(({ bpmnProcessId }) => bpmnProcessId === row.bpmnProcessId);
    if (graph === undefined) throw new Error(`Expected a graph of process ${key}, but found none`);
    this.#keep(key, graph);
    return graph;
  }

  clear(): void {
    this.#byKey.clear();
    this.#versions.clear();
    this.#latest.clear();
    this.#byMessage.clear();
  }

  #keep(key: Key, graph: ProcessGraph): void {
    this.#graphs.set(key, graph);
    const oldest = this.#graphs.keys().next();
    if (this.#graphs.size > GRAPHS_CACHED_MAX && !oldest.done) this.#graphs.delete(oldest.value);
  }
}

/** How the core names a version. */
export function referenceTo(row: ProcessRow): DefinitionReference {
  const { key, bpmnProcessId, version } = row;
  return { processDefinitionKey: key, bpmnProcessId, version };
}

/** The message start events of a version. */
export function messageStartsOf(row: ProcessRow): readonly MessageStart[] {
  return JSON.parse(row.messageStarts) as MessageStart[];
}
