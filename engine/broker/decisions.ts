import type { DecisionAnswer } from '../core/environment.ts';
import type { ProcessGraph } from '../core/model/graph.ts';
import type { JsonDocument, JsonValue, Key } from '../core/records/index.ts';
import {
  type DecisionEvaluation,
  type Drg,
  evaluateDecision,
  parseDmn,
} from '../feel/dmn/index.ts';
import type { Lookup } from '../feel/index.ts';
import type { DecisionRow, Opening, RequirementsRow } from '../store/port.ts';

/** The clock and the zone of an evaluation. */
export interface Moment {
  readonly now: number;
  readonly zone: string;
}

/** Every deployed version of every decision; a file is parsed when one of its decisions is used. */
export class Decisions {
  readonly #byKey = new Map<Key, DecisionRow>();
  readonly #latest = new Map<string, DecisionRow>();
  readonly #requirements = new Map<Key, RequirementsRow>();
  readonly #latestRequirements = new Map<string, RequirementsRow>();
  readonly #files = new Map<Key, Map<string, DecisionRow>>();
  readonly #drgs = new Map<Key, Drg>();

  /** Takes in what is stored, instead of what was there before. */
  load({ requirements, decisions }: Opening): void {
    this.#byKey.clear();
    this.#latest.clear();
    this.#requirements.clear();
    this.#latestRequirements.clear();
    this.#files.clear();
    for (const row of requirements) this.#addRequirements(row);
    for (const row of decisions) this.#addDecision(row);
  }

  /** Adds a new version of a file and its decisions. */
  add(requirements: RequirementsRow, decisions: readonly DecisionRow[]): void {
    this.#addRequirements(requirements);
    for (const row of decisions) this.#addDecision(row);
  }

  byKey(key: Key): DecisionRow | undefined {
    return this.#byKey.get(key);
  }

  latest(decisionId: string): DecisionRow | undefined {
    return this.#latest.get(decisionId);
  }

  latestRequirements(requirementsId: string): RequirementsRow | undefined {
    return this.#latestRequirements.get(requirementsId);
  }

  requirements(key: Key): RequirementsRow | undefined {
    return this.#requirements.get(key);
  }

  /** The version of a decision that a file holds. */
  inFile(requirementsKey: Key, decisionId: string): DecisionRow | undefined {
    return this.#files.get(requirementsKey)?.get(decisionId);
  }

  /** Parses what a process may ask for while it is stepped, where nothing can be waited for. */
  async prepare(graph: ProcessGraph): Promise<void> {
    if (!usesDecisions(graph)) return;
    for (const { requirementsKey } of this.#latest.values()) await this.#drg(requirementsKey);
  }

  /** Evaluates the latest version of a decision for a business rule task. */
  decide(decisionId: string, variables: JsonDocument, moment: Moment): DecisionAnswer {
    const row = this.#latest.get(decisionId);
    const drg = row === undefined ? undefined : this.#drgs.get(row.requirementsKey);
    if (drg === undefined) {
      return failure(
        'called_decision_error',
        decisionId,
        `no decision found for id '${decisionId}'`,
      );
    }
    const evaluation = evaluateDecision(drg, decisionId, lookupOf(variables), moment);
    if (evaluation.failure !== undefined) {
      const { message } = evaluation.failure;
      return { ok: false, code: 'decision_evaluation_error', message };
    }
    const details = evaluation.evaluatedDecisions as unknown as JsonValue;
    return { ok: true, output: evaluation.output, details };
  }

  /** Evaluates one version of a decision. */
  async evaluate(
    row: DecisionRow,
    variables: JsonDocument,
    moment: Moment,
  ): Promise<DecisionEvaluation> {
    const drg = await this.#drg(row.requirementsKey);
    return evaluateDecision(drg, row.decisionId, lookupOf(variables), moment);
  }

  #addRequirements(row: RequirementsRow): void {
    this.#requirements.set(row.key, row);
    this.#latestRequirements.set(row.requirementsId, row);
  }

  #addDecision(row: DecisionRow): void {
    this.#byKey.set(row.key, row);
    this.#latest.set(row.decisionId, row);
    const decisions = this.#files.get(row.requirementsKey) ?? new Map<string, DecisionRow>();
    this.#files.set(row.requirementsKey, decisions.set(row.decisionId, row));
  }

  async #drg(key: Key): Promise<Drg> {
    const known = this.#drgs.get(key);
    if (known !== undefined) return known;
    const row = this.#requirements.get(key);
    if (row === undefined)
      throw new Error(`Expected decisions ${key} to be deployed, but found none`);
    const parsed = await parseDmn(row.resource);
    if (!parsed.ok) throw new Error(`Expected the deployed decisions ${key} to be valid`);
    this.#drgs.set(key, parsed);
    return parsed;
  }
}

const users = new WeakMap<ProcessGraph, boolean>();

function usesDecisions(graph: ProcessGraph): boolean {
  const known = users.get(graph);
  if (known !== undefined) return known;
  const uses = [...graph.elements.values()].some(
    (element) => element.type === 'business_rule_task' && element.decision !== undefined,
  );
  users.set(graph, uses);
  return uses;
}

function failure(
  code: 'called_decision_error' | 'decision_evaluation_error',
  decisionId: string,
  reason: string,
): DecisionAnswer {
  return {
    ok: false,
    code,
    message: `Expected to evaluate decision '${decisionId}', but ${reason}`,
  };
}

function lookupOf(variables: JsonDocument): Lookup {
  return {
    get: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    has: (name) => Object.hasOwn(variables, name),
  };
}
