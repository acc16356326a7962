import type { JsonValue } from './json.ts';
import type { Key } from './key.ts';

/** A business rule task has evaluated its called decision; for the audit trail only. */
export interface DecisionEvaluated {
  readonly type: 'decision_evaluated';
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly decisionId: string;
  readonly output: JsonValue;
  /** The evaluated decisions with inputs and matched rules, as `Environment.decide` gave them. */
  readonly details: JsonValue;
}
