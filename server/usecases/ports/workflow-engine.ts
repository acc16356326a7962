/** What a decision table answered, with what explains it. */
export interface DecisionResult {
  readonly decisionId: string;
  readonly name: string;
  readonly version: number;
  readonly output: unknown;
  /** Set when the evaluation failed. */
  readonly failure: string | null;
  readonly evaluated: readonly EvaluatedDecision[];
}

/** One decision of the requirements graph that was evaluated on the way. */
export interface EvaluatedDecision {
  readonly decisionId: string;
  readonly name: string;
  readonly version: number;
  readonly output: unknown;
  readonly inputs: readonly { readonly name: string; readonly value: unknown }[];
  readonly rules: readonly { readonly id: string; readonly index: number }[];
}

/** One definition that a deployment made, or found unchanged. */
export interface DeployedDefinition {
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly key: string;
}

/** What the use cases ask the engine directly; everything else goes through the outbox. */
export interface WorkflowEngine {
  /** Whether the engine still waits for this job; asking keeps it reserved for us. */
  isJobAlive(jobKey: string): Promise<boolean>;
  deploy(
    files: readonly { readonly name: string; readonly content: string }[],
  ): Promise<readonly DeployedDefinition[] | { readonly refused: string }>;
}
