import type { DefinitionReference, JsonDocument, JsonValue, Key } from './records/index.ts';

/** The answer of the decision engine to a business rule task. */
export type DecisionAnswer =
  | { readonly ok: true; readonly output: JsonValue; readonly details: JsonValue }
  | {
      readonly ok: false;
      readonly code: 'called_decision_error' | 'decision_evaluation_error';
      readonly message: string;
    };

/** What the core may know of the world: everything that is not in the instance comes from here. */
export interface Environment {
  /** Epoch milliseconds; the same value during one step. */
  readonly now: number;
  /** IANA zone for calendar durations, cron and FEEL's local times. */
  readonly zone: string;
  /** The next key of the partition's one counter; must ascend. */
  nextKey(): Key;
  /** The latest version of a process, for call activities. */
  process(bpmnProcessId: string): DefinitionReference | undefined;
  /** Evaluates the latest version of a decision. */
  decide(decisionId: string, variables: JsonDocument): DecisionAnswer;
}
