import type { DecisionResult, DeployedDefinition } from '../usecases/ports/workflow-engine.ts';

/** A job as the engine hands it out. */
export interface ActivatedJob {
  readonly key: string;
  readonly type: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly definitionVersion: number;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A message for the engine; the id makes publishing it twice harmless. */
export interface EngineMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string;
  readonly timeToLiveMs: number;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What became of a command: `gone` when its target no longer exists. */
export type CommandOutcome = 'done' | 'gone' | 'duplicate';

/** The engine through the Zeebe gateway protocol, embedded or a cluster. */
export interface EngineClient {
  isReady(): Promise<boolean>;
  activate(type: string, options: ActivateOptions): Promise<readonly ActivatedJob[]>;
  complete(jobKey: string, variables: object): Promise<CommandOutcome>;
  fail(jobKey: string, failure: JobFailure): Promise<CommandOutcome>;
  extendLease(jobKey: string, leaseMs: number): Promise<CommandOutcome>;
  publish(message: EngineMessage): Promise<CommandOutcome>;
  cancel(processInstanceKey: string): Promise<CommandOutcome>;
  evaluateDecision(decisionId: string, variables: object): Promise<DecisionResult>;
  /** Deploys all files or none; a refusal is the engine's text. */
  deploy(
    files: readonly { readonly name: string; readonly content: string }[],
  ): Promise<readonly DeployedDefinition[] | { readonly refused: string }>;
  close(): Promise<void>;
}

export interface ActivateOptions {
  readonly maxJobs: number;
  readonly leaseMs: number;
  readonly waitMs: number;
  readonly worker: string;
}

export interface JobFailure {
  readonly retries: number;
  readonly message: string;
  readonly backoffMs: number;
}
