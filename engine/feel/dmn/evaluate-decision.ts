import { FeelFailure } from '../failure.ts';
import type { FeelEnvironment, JsonValue, Lookup, Warning } from '../public.ts';
import { Runtime } from '../runtime.ts';
import { toJson } from '../values/to-json.ts';
import type { Value } from '../values/value.ts';
import { DrgRun } from './drg-run.ts';
import { InputScope } from './input-scope.ts';
import type { Decision, DecisionKind, Drg, TableInput, TableResult } from './model.ts';

export interface EvaluatedInput {
  readonly inputId: string;
  readonly inputName: string;
  readonly inputValue: JsonValue;
}

export interface EvaluatedOutput {
  readonly outputId: string;
  readonly outputName: string;
  readonly outputValue: JsonValue;
}

export interface MatchedRule {
  readonly ruleId: string;
  /** From 1. */
  readonly ruleIndex: number;
  readonly outputs: readonly EvaluatedOutput[];
}

/** How one decision of the graph went; those that others require come first. */
export interface EvaluatedDecision {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly kind: DecisionKind;
  readonly output: JsonValue;
  readonly inputs: readonly EvaluatedInput[];
  readonly matchedRules: readonly MatchedRule[];
}

export interface DecisionFailure {
  readonly decisionId: string;
  readonly message: string;
}

/** The outcome of an evaluation: with a failure, the output is null. */
export interface DecisionEvaluation {
  readonly output: JsonValue;
  readonly evaluatedDecisions: readonly EvaluatedDecision[];
  readonly warnings: readonly Warning[];
  readonly failure?: DecisionFailure;
}

function describe(
  decision: Decision,
  output: Value,
  table: TableResult | undefined,
  run: Runtime,
): EvaluatedDecision {
  const json = ({ value }: TableInput) => toJson(value, run);
  return {
    decisionId: decision.id,
    decisionName: decision.name,
    kind: decision.logic.kind,
    output: toJson(output, run),
    inputs: (table?.inputs ?? []).map((each) => {
      return { inputId: each.id, inputName: each.name, inputValue: json(each) };
    }),
    matchedRules: (table?.matchedRules ?? []).map(({ ruleId, ruleIndex, outputs }) => ({
      ruleId,
      ruleIndex,
      outputs: outputs.map((each) => {
        return { outputId: each.id, outputName: each.name, outputValue: json(each) };
      }),
    })),
  };
}

/**
 * Evaluates a decision, or a decision service, and all it requires. It never throws for what a
 * model or its input can cause: the failure says which decision failed and why.
 */
export function evaluateDecision(
  drg: Drg,
  decisionId: string,
  variables: Lookup,
  environment: FeelEnvironment,
): DecisionEvaluation {
  const run = new Runtime(environment);
  const evaluatedDecisions: EvaluatedDecision[] = [];
  const types = [...drg.inputs.values()].flatMap(({ aliases, type }) =>
    aliases.map((alias) => [alias, type] as const),
  );
  let failedId = decisionId;
  const drgRun = new DrgRun(drg, new InputScope(variables, new Map(types), run), run, {
    onEvaluated: (decision, value, table) => {
      evaluatedDecisions.push(describe(decision, value, table, run));
    },
    onFailed: (decision, partial) => {
      failedId = decision.id;
      // The fuel may be used up; telling how far it came has its own.
      evaluatedDecisions.push(describe(decision, null, partial, new Runtime(environment)));
    },
  });
  const rest = { evaluatedDecisions, warnings: run.warnings };
  try {
    return { ...rest, output: toJson(drgRun.evaluate(decisionId), run) };
  } catch (error) {
    if (!(error instanceof FeelFailure)) throw error;
    const message = `Expected to evaluate decision '${decisionId}', but ${reasonOf(error)}`;
    return { ...rest, output: null, failure: { decisionId: failedId, message } };
  }
}

function reasonOf({ message }: FeelFailure): string {
  return message.replace(/^Expected /, 'expected ').replace(/\.$/, '');
}
