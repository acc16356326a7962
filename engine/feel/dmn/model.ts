import { FeelFailure } from '../failure.ts';
import type { Runtime } from '../runtime.ts';
import type { Scope } from '../scope.ts';
import type { Code } from '../syntax/code.ts';
import type { FeelType } from '../type-model/feel-type.ts';
import type { Value } from '../values/value.ts';

export type DecisionKind =
  | 'DECISION_TABLE'
  | 'LITERAL_EXPRESSION'
  | 'CONTEXT'
  | 'INVOCATION'
  | 'LIST'
  | 'RELATION'
  | 'UNSPECIFIED';

/** The ids of what an element needs before it can be evaluated. */
export interface Requirements {
  readonly decisions: readonly string[];
  readonly inputs: readonly string[];
  readonly knowledge: readonly string[];
}

/** The result of a decision table, with the way to it. */
export interface TableResult {
  readonly value: Value;
  readonly inputs: readonly TableInput[];
  readonly matchedRules: readonly TableMatch[];
}

export interface TableInput {
  readonly id: string;
  readonly name: string;
  readonly value: Value;
}

export interface TableMatch {
  readonly ruleId: string;
  /** From 1, as people count rules. */
  readonly ruleIndex: number;
  readonly outputs: readonly TableInput[];
}

/** A failed table, with what was known when it failed. */
export class TableFailure extends FeelFailure {
  readonly partial: TableResult;

  constructor(failure: FeelFailure, partial: TableResult) {
    super(failure.code, failure.message);
    this.partial = partial;
  }
}

export type TableCode = (scope: Scope, run: Runtime) => TableResult;

/** The logic of a decision: code, and for a table also the code that tells how it went. */
export interface Logic {
  readonly kind: DecisionKind;
  readonly code: Code;
  readonly table?: TableCode;
}

interface Named {
  readonly id: string;
  readonly name: string;
  /** The names by which others may refer to the result. */
  readonly aliases: readonly string[];
  readonly type: FeelType;
}

export interface Decision extends Named, Requirements {
  readonly logic: Logic;
}

export interface InputData extends Named {}

export interface KnowledgeModel extends Named, Requirements {
  readonly parameters: readonly Parameter[];
  readonly logic: Logic;
}

export interface Parameter {
  readonly name: string;
  readonly type: FeelType;
}

export interface DecisionService extends Named {
  readonly outputs: readonly string[];
  readonly inputDecisions: readonly string[];
  readonly inputs: readonly string[];
}

/** A decision requirements graph, compiled and ready to be evaluated any number of times. */
export interface Drg {
  readonly ok: true;
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** By id, in the order of the file. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly inputs: ReadonlyMap<string, InputData>;
  readonly knowledge: ReadonlyMap<string, KnowledgeModel>;
  readonly services: ReadonlyMap<string, DecisionService>;
}

export interface DmnProblem {
  /** The id of the element, or empty for the whole file. */
  readonly elementId: string;
  readonly message: string;
}

export interface DmnProblems {
  readonly ok: false;
  readonly problems: readonly DmnProblem[];
}
