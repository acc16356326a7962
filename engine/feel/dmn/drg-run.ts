import { FeelFailure } from '../failure.ts';
import type { Runtime } from '../runtime.ts';
import { ContextScope, type Scope } from '../scope.ts';
import { coerce } from '../type-model/coerce.ts';
import { FeelContext } from '../values/context.ts';
import type { FeelFunction, Value } from '../values/value.ts';
import { makeFunction } from './knowledge.ts';
import {
  type Decision,
  type DecisionService,
  type Drg,
  type KnowledgeModel,
  type Requirements,
  TableFailure,
  type TableResult,
} from './model.ts';

/** Syntax levels that one required decision counts for; bounds chains of decisions. */
const LEVELS_PER_DECISION = 10;

export interface DrgObserver {
  onEvaluated(decision: Decision, value: Value, table: TableResult | undefined): void;
  /** Called once, for the decision that failed, with what its table knew by then. */
  onFailed(decision: Decision, table: TableResult | undefined): void;
}

const NOBODY: DrgObserver = { onEvaluated: () => undefined, onFailed: () => undefined };
const NOTHING: Scope = { lookup: () => undefined };

/** One evaluation of a graph: each decision is evaluated once, when it is first required. */
export class DrgRun {
  readonly #drg: Drg;
  readonly #variables: Scope;
  readonly #run: Runtime;
  readonly #observer: DrgObserver;
  readonly #results: Map<string, Value>;
  #hasFailed = false;

  constructor(
    drg: Drg,
    variables: Scope,
    run: Runtime,
    options: DrgObserver & { readonly given?: ReadonlyMap<string, Value> } = NOBODY,
  ) {
    this.#drg = drg;
    this.#variables = variables;
    this.#run = run;
    this.#observer = options;
    this.#results = new Map(options.given);
  }

  /** Evaluates a decision, or the output decisions of a service. */
  evaluate(id: string): Value {
    const service = this.#drg.services.get(id);
    if (service !== undefined) return this.#outputOf(service);
    return this.#run.descend(LEVELS_PER_DECISION, () => this.#decide(id));
  }

  #decide(id: string): Value {
    const known = this.#results.get(id);
    if (known !== undefined) return known;
    const decision = this.#drg.decisions.get(id);
    if (decision === undefined) {
      throw new FeelFailure('type', `no decision found for '${id}'`);
    }
    const scope = this.#scopeOf(decision);
    const value = this.#evaluateLogic(decision, scope);
    this.#results.set(id, value);
    return value;
  }

  #evaluateLogic(decision: Decision, scope: Scope): Value {
    try {
      const table = decision.logic.table?.(scope, this.#run);
      // A table's value stays as its hit policy made it: a list of one is not unwrapped.
      const value = table === undefined ? this.#fitted(decision, scope) : table.value;
      this.#observer.onEvaluated(decision, value, table);
      return value;
    } catch (error) {
      const partial = error instanceof TableFailure ? error.partial : undefined;
      if (!this.#hasFailed) this.#observer.onFailed(decision, partial);
      this.#hasFailed = true;
      throw error;
    }
  }

  /** Fits the value to the type of the decision; one that does not fit stays as it is. */
  #fitted({ logic, type }: Decision, scope: Scope): Value {
    const value = logic.code(scope, this.#run);
    return coerce(value, type, this.#run) ?? value;
  }

  /** What an element sees: its required decisions and knowledge, and all variables. */
  #scopeOf(requirements: Requirements, variables: Scope = this.#variables): Scope {
    const values = new Map<string, Value>();
    for (const id of requirements.decisions) {
      const value = this.evaluate(id);
      for (const alias of this.#drg.decisions.get(id)?.aliases ?? []) values.set(alias, value);
    }
    for (const id of requirements.knowledge) {
      const invocable = this.#drg.knowledge.get(id) ?? this.#drg.services.get(id);
      const value = this.#functionOf(id);
      if (value === undefined) continue;
      for (const alias of invocable?.aliases ?? []) values.set(alias, value);
    }
    return new ContextScope(values, variables);
  }

  #functionOf(id: string): FeelFunction | undefined {
    const model = this.#drg.knowledge.get(id);
    if (model !== undefined) return this.#knowledge(model);
    const service = this.#drg.services.get(id);
    return service === undefined ? undefined : this.#serviceFunction(service);
  }

  /**
   * A knowledge model sees its parameters and the knowledge it requires, nothing else. What it
   * requires is looked up when it is called, so that it may require itself.
   */
  #knowledge(model: KnowledgeModel): FeelFunction {
    let inside: Scope | undefined;
    const lookup = (name: string): Value | undefined => {
      inside ??= this.#scopeOf(model, NOTHING);
      return inside.lookup(name);
    };
    return makeFunction(model.name, model.parameters, model.logic.code, { lookup });
  }

  #outputOf(service: DecisionService): Value {
    const values = service.outputs.map((id) => this.evaluate(id));
    if (values.length === 1) return values[0] ?? null;
    const names = service.outputs.map((id) => this.#drg.decisions.get(id)?.aliases[0] ?? id);
    return new FeelContext(names.map((name, index) => [name, values[index] ?? null]));
  }

  /** A service called as a function sees only what it is given: input data, then decisions. */
  #serviceFunction(service: DecisionService): FeelFunction {
    const inputs = service.inputs.map((id) => this.#drg.inputs.get(id));
    const decisions = service.inputDecisions.map((id) => this.#drg.decisions.get(id));
    const parameters = [...inputs, ...decisions].map((each) => {
      return { name: each?.aliases[0] ?? '', type: each?.type ?? ({ kind: 'any' } as const) };
    });
    const call = (scope: Scope): Value => {
      const given = decisions.map((each) => {
        const value = scope.lookup(each?.aliases[0] ?? '') ?? null;
        return [each?.id ?? '', value] as const;
      });
      const options = { ...NOBODY, given: new Map(given) };
      return new DrgRun(this.#drg, scope, this.#run, options).#outputOf(service);
    };
    return makeFunction(service.name, parameters, call, NOTHING);
  }
}
