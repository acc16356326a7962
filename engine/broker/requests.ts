import type { JsonDocument, Key } from '../core/records/index.ts';

/** A file of a deployment. */
export interface Resource {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A process of a deployment, as the gateway tells it. */
export interface DeployedProcess {
  readonly kind: 'process';
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly processDefinitionKey: Key;
  readonly resourceName: string;
}

/** A decision of a deployment. */
export interface DeployedDecision {
  readonly kind: 'decision';
  readonly decisionId: string;
  readonly decisionName: string;
  readonly version: number;
  readonly decisionKey: Key;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: Key;
}

/** The requirements graph that holds the decisions of one DMN file. */
export interface DeployedRequirements {
  readonly kind: 'decision_requirements';
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly version: number;
  readonly decisionRequirementsKey: Key;
  readonly resourceName: string;
}

/** What a deployment made, in Zeebe's order: processes, decisions, requirements. */
export interface Deployment {
  readonly key: Key;
  readonly deployed: readonly (DeployedProcess | DeployedDecision | DeployedRequirements)[];
}

/** Which definition to start, and how. An empty `bpmnProcessId` means by key. */
export interface CreateInstance {
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  /** Negative means the latest version. */
  readonly version: number;
  readonly variables: JsonDocument;
  readonly startElementIds: readonly string[];
}

/** A started instance. */
export interface CreatedInstance {
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly processInstanceKey: Key;
}

/** A started instance and the variables of its root scope, which come when it completes. */
export interface CreatedInstanceWithResult extends CreatedInstance {
  readonly result: Promise<JsonDocument>;
  /** To be called when nobody waits for the result any more. */
  forget(): void;
}

/** Which jobs a worker takes. `fetchVariables` empty means all that are visible. */
export interface JobSelection {
  readonly type: string;
  readonly worker: string;
  readonly timeoutMs: number;
  readonly fetchVariables: readonly string[];
}

/** How many jobs a worker takes at once. */
export interface ActivateJobs extends JobSelection {
  readonly jobsMax: number;
}

/** A job as its worker gets it. */
export interface ActivatedJob {
  readonly key: Key;
  readonly type: string;
  readonly processInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  readonly elementInstanceKey: Key;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly worker: string;
  readonly retries: number;
  readonly deadlineAt: number;
  readonly variables: JsonDocument;
}

/** A message for all processes that wait for it. */
export interface PublishMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly timeToLiveMs: number;
  /** Empty means that no check for a repetition is wanted. */
  readonly messageId: string;
  readonly variables: JsonDocument;
}

/** An evaluated decision with everything that a protocol of it needs. */
export interface DecisionAnswer {
  readonly decision: DeployedDecision;
  readonly output: string;
  readonly evaluated: readonly EvaluatedDecisionAnswer[];
  readonly failedDecisionId: string;
  readonly failureMessage: string;
  readonly decisionInstanceKey: Key;
}

/** One decision of an evaluation; values are JSON texts. */
export interface EvaluatedDecisionAnswer {
  readonly decision: DeployedDecision;
  readonly type: string;
  readonly output: string;
  readonly matchedRules: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly outputs: readonly {
      readonly id: string;
      readonly name: string;
      readonly value: string;
    }[];
  }[];
  readonly inputs: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: string;
  }[];
}

/** Every request that the broker takes, with its answer. */
export interface Exchanges {
  readonly deploy_resources: {
    readonly request: { readonly resources: readonly Resource[] };
    readonly answer: Deployment;
  };
  readonly create_instance: { readonly request: CreateInstance; readonly answer: CreatedInstance };
  readonly create_instance_with_result: {
    readonly request: CreateInstance;
    readonly answer: CreatedInstanceWithResult;
  };
  readonly cancel_instance: { readonly request: { readonly key: Key }; readonly answer: null };
  readonly activate_jobs: {
    readonly request: ActivateJobs;
    readonly answer: readonly ActivatedJob[];
  };
  readonly yield_jobs: {
    readonly request: { readonly keys: readonly Key[] };
    readonly answer: null;
  };
  readonly complete_job: {
    readonly request: { readonly key: Key; readonly variables: JsonDocument };
    readonly answer: null;
  };
  readonly fail_job: {
    readonly request: {
      readonly key: Key;
      readonly retries: number;
      readonly errorMessage: string;
      readonly retryBackOffMs: number;
      readonly variables: JsonDocument;
    };
    readonly answer: null;
  };
  readonly throw_error: {
    readonly request: {
      readonly key: Key;
      readonly errorCode: string;
      readonly errorMessage: string;
      readonly variables: JsonDocument;
    };
    readonly answer: null;
  };
  readonly update_job_retries: {
    readonly request: { readonly key: Key; readonly retries: number };
    readonly answer: null;
  };
  readonly update_job_timeout: {
    readonly request: { readonly key: Key; readonly timeoutMs: number };
    readonly answer: null;
  };
  readonly publish_message: { readonly request: PublishMessage; readonly answer: { key: Key } };
  readonly set_variables: {
    readonly request: {
      readonly elementInstanceKey: Key;
      readonly variables: JsonDocument;
      readonly local: boolean;
    };
    readonly answer: { readonly key: Key };
  };
  readonly resolve_incident: { readonly request: { readonly key: Key }; readonly answer: null };
  readonly evaluate_decision: {
    readonly request: {
      readonly decisionKey: Key;
      readonly decisionId: string;
      readonly variables: JsonDocument;
    };
    readonly answer: DecisionAnswer;
  };
}

/** The name of a request. */
export type RequestType = keyof Exchanges;
/** The request of that name. */
export type RequestOf<T extends RequestType> = Exchanges[T]['request'];
/** The answer to the request of that name. */
export type AnswerOf<T extends RequestType> = Exchanges[T]['answer'];
