import type { DecisionResult, DeployedDefinition } from '../usecases/ports/workflow-engine.ts';
import type {
  ActivatedJob,
  ActivateOptions,
  CommandOutcome,
  EngineClient,
  EngineMessage,
  JobFailure,
} from './engine-client.ts';

/** How to reach the gateway; the credentials of a cluster come from the SDK's own variables. */
export interface ZeebeClientOptions {
  /** Host and port, or a grpc:// or grpcs:// address. */
  readonly address: string;
}

const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const FAILED_PRECONDITION = 9;

type Sdk = typeof import('@camunda8/sdk');
type SdkClient = ReturnType<InstanceType<Sdk['Camunda8']>['getZeebeGrpcApiClient']>;

/** Opens the client; the connection itself is made with the first call. */
export async function openZeebeClient(options: ZeebeClientOptions): Promise<EngineClient> {
  // The SDK reads its log level while it is loaded.
  process.env.CAMUNDA_LOG_LEVEL ??= 'none';
  process.env.ZEEBE_CLIENT_LOG_LEVEL ??= 'NONE';
  const { Camunda8 } = await import('@camunda8/sdk');
  const camunda = new Camunda8({
    ZEEBE_GRPC_ADDRESS: withScheme(options.address),
    CAMUNDA_AUTH_STRATEGY: authStrategy(),
    CAMUNDA_LOG_LEVEL: 'none',
    // Waiting and trying again is the business of the outbox and of the job loops.
    zeebeGrpcSettings: {
      ZEEBE_CLIENT_LOG_LEVEL: 'NONE',
      ZEEBE_GRPC_CLIENT_RETRY: false,
    } as never,
  });
  return new ZeebeClient(camunda.getZeebeGrpcApiClient());
}

class ZeebeClient implements EngineClient {
  readonly #sdk: SdkClient;

  constructor(sdk: SdkClient) {
    this.#sdk = sdk;
  }

  async isReady(): Promise<boolean> {
    try {
      const { brokers } = await this.#sdk.topology();
      return brokers.some((broker) => broker.partitions.length > 0);
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      return false;
    }
  }

  async activate(type: string, options: ActivateOptions): Promise<readonly ActivatedJob[]> {
    const jobs = await this.#sdk.activateJobs({
      type,
      worker: options.worker,
      timeout: options.leaseMs,
      maxJobsToActivate: options.maxJobs,
      requestTimeout: options.waitMs,
    });
    return jobs.map((job) => ({
      key: job.key,
      type: job.type,
      elementId: job.elementId,
      elementInstanceKey: job.elementInstanceKey,
      processInstanceKey: job.processInstanceKey,
      bpmnProcessId: job.bpmnProcessId,
      definitionVersion: job.processDefinitionVersion,
      retries: job.retries,
      headers: { ...job.customHeaders } as Record<string, string>,
      variables: { ...job.variables },
    }));
  }

  complete(jobKey: string, variables: object): Promise<CommandOutcome> {
    return outcomeOf(this.#sdk.completeJob({ jobKey, variables: { ...variables } }), [NOT_FOUND]);
  }

  fail(jobKey: string, failure: JobFailure): Promise<CommandOutcome> {
    const { retries, message, backoffMs } = failure;
    const request = { jobKey, retries, errorMessage: message, retryBackOff: backoffMs };
    return outcomeOf(this.#sdk.failJob(request), [NOT_FOUND, FAILED_PRECONDITION]);
  }

  async extendLease(jobKey: string, leaseMs: number): Promise<CommandOutcome> {
    try {
      return await outcomeOf(this.#sdk.updateJobTimeout({ jobKey, timeout: leaseMs }), [NOT_FOUND]);
    } catch (error) {
      // The lease has run out meanwhile: the job is there, and is handed out once more.
      if (codeOf(error) === FAILED_PRECONDITION) return 'done';
      throw error;
    }
  }

  publish(message: EngineMessage): Promise<CommandOutcome> {
    const { name, correlationKey, messageId, timeToLiveMs, variables } = message;
    return outcomeOf(
      this.#sdk.publishMessage({
        name,
        correlationKey,
        messageId,
        timeToLive: timeToLiveMs,
        variables: { ...variables } as never,
      }),
      [],
    );
  }

  cancel(processInstanceKey: string): Promise<CommandOutcome> {
    return outcomeOf(this.#sdk.cancelProcessInstance(processInstanceKey), [NOT_FOUND]);
  }

  async evaluateDecision(decisionId: string, variables: object): Promise<DecisionResult> {
    const answer = await this.#sdk.evaluateDecision({ decisionId, variables: { ...variables } });
    return {
      decisionId: answer.decisionId,
      name: answer.decisionName,
      version: answer.decisionVersion,
      output: parse(answer.decisionOutput),
      failure: answer.failedDecisionId === '' ? null : answer.failureMessage,
      evaluated: answer.evaluatedDecisions.map((one) => ({
        decisionId: one.decisionId,
        name: one.decisionName,
        version: one.decisionVersion,
        output: parse(one.decisionOutput),
        inputs: one.evaluatedInputs.map((input) => ({
          name: input.inputName,
          value: parse(input.inputValue),
        })),
        rules: one.matchedRules.map((rule) => ({ id: rule.ruleId, index: rule.ruleIndex })),
      })),
    };
  }

  async deploy(
    files: readonly { readonly name: string; readonly content: string }[],
  ): Promise<readonly DeployedDefinition[] | { readonly refused: string }> {
    const resources = files.map(({ name, content }) => resourceOf(name, Buffer.from(content)));
    try {
      const answer = await this.#sdk.deployResources(resources);
      const deployments = answer.deployments as readonly Deployment[];
      return deployments.flatMap(({ process }) => (process ? [definitionOf(process)] : []));
    } catch (error) {
      if (codeOf(error) !== INVALID_ARGUMENT) throw error;
      return { refused: (error as { details?: string }).details ?? String(error) };
    }
  }

  async close(): Promise<void> {
    await this.#sdk.close();
  }
}

interface DeployedProcess {
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly processDefinitionKey: string;
}

/** One of several kinds of resource; only processes matter here. */
interface Deployment {
  readonly process?: DeployedProcess | null;
}

function definitionOf(process: DeployedProcess): DeployedDefinition {
  return {
    bpmnProcessId: process.bpmnProcessId,
    version: process.version,
    key: process.processDefinitionKey,
  };
}

function resourceOf(name: string, content: Buffer) {
  return name.endsWith('.dmn') ? { decision: content, name } : { process: content, name };
}

async function outcomeOf(
  call: Promise<unknown>,
  goneCodes: readonly number[],
): Promise<CommandOutcome> {
  try {
    await call;
    return 'done';
  } catch (error) {
    const code = codeOf(error);
    if (code === ALREADY_EXISTS) return 'duplicate';
    if (code !== undefined && goneCodes.includes(code)) return 'gone';
    throw error;
  }
}

function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}

function parse(json: string): unknown {
  return json === '' ? null : JSON.parse(json);
}

function withScheme(address: string): string {
  return address.includes('://') ? address : `grpc://${address}`;
}

function authStrategy(): 'NONE' | 'BASIC' | 'BEARER' | 'OAUTH' {
  const chosen = process.env.CAMUNDA_AUTH_STRATEGY;
  return chosen === 'BASIC' || chosen === 'BEARER' || chosen === 'OAUTH' ? chosen : 'NONE';
}
