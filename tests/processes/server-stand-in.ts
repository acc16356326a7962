import type { Json, JsonObject } from '../../forms/schema.ts';
import type { Ground, OpenTask } from './model-walk.ts';

const HUMAN = 'io.camunda.zeebe:userTask';
const SERVICES = [
  'case.update',
  'case.prepare',
  'decision.evaluate',
  'document.issue',
  'notify.applicant',
  'publicity.post',
  'publicity.close',
  'evaluation.invite',
  'archive.package',
  'case.close',
] as const;
const QUIET_ROUNDS = 2;
const LEASE_MS = 365 * 24 * 60 * 60 * 1000;
const END_STATES: Readonly<Record<string, string>> = {
  granted: 'closed',
  refused: 'closed',
  withdrawn: 'withdrawn',
  ended: 'terminated',
};

interface Job {
  readonly key: string;
  readonly elementId: string;
  readonly customHeaders: unknown;
  readonly variables: unknown;
}

/** What the server would know of the case. */
interface KnownCase {
  state: string;
  outcome: string | undefined;
  readonly documents: Set<string>;
  readonly flags: Set<string>;
}

/** Does the service jobs of one case as the server would, and keeps its open human tasks. */
export class ServerStandIn {
  readonly tasks = new Map<string, OpenTask>();
  readonly case: KnownCase = {
    state: 'lodged',
    outcome: undefined,
    documents: new Set(),
    flags: new Set(),
  };
  readonly #client: Ground['client'];
  readonly #caseId: string;
  readonly #facts: JsonObject;
  #prepared = 0;

  constructor(client: Ground['client'], caseId: string, facts: JsonObject) {
    this.#client = client;
    this.#caseId = caseId;
    this.#facts = facts;
  }

  async complete(task: OpenTask, variables: JsonObject): Promise<void> {
    this.tasks.delete(task.elementId);
    await this.#client.completeJob({ jobKey: task.key, variables: { ...variables } as never });
  }

  /** Works until nothing new turns up, and forgets tasks that the engine cancelled. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_ROUNDS; quiet++) {
      if ((await this.pump()) > 0) quiet = -1;
    }
    for (const task of [...this.tasks.values()]) {
      if (!(await this.#isAlive(task))) this.tasks.delete(task.elementId);
    }
  }

  /** One round over all kinds of jobs; gives how many there were. */
  async pump(): Promise<number> {
    const [human = [], ...services] = await Promise.all(
      [HUMAN, ...SERVICES].map((type) => this.#activate(type)),
    );
    let count = human.length;
    for (const job of human) this.#note(job);
    for (const [at, jobs] of services.entries()) {
      count += jobs.length;
      for (const job of jobs) await this.#complete(SERVICES[at] ?? 'case.update', job);
    }
    return count;
  }

  async #complete(type: (typeof SERVICES)[number], job: Job): Promise<void> {
    const variables = await this.#serve(type, job);
    await this.#client.completeJob({ jobKey: job.key, variables: variables as never });
  }

  async #activate(type: string): Promise<readonly Job[]> {
    const jobs = await this.#client.activateJobs({
      type,
      worker: this.#caseId,
      timeout: LEASE_MS,
      maxJobsToActivate: 10,
      requestTimeout: -1,
    });
    return jobs;
  }

  async #isAlive(task: OpenTask): Promise<boolean> {
    try {
      await this.#client.updateJobTimeout({ jobKey: task.key, timeout: LEASE_MS });
      return true;
    } catch {
      return false;
    }
  }

  #note(job: Job): void {
    const headers = job.customHeaders as Readonly<Record<string, string>>;
    const variables = job.variables as JsonObject;
    if (variables.caseId !== this.#caseId) {
      throw new Error(`Expected a job of this case, but ${job.elementId} is of another`);
    }
    this.tasks.set(job.elementId, { ...job, headers, variables });
    const isMoving = headers.publicStage === 'review';
    if (isMoving && ['accepted', 'publicity'].includes(this.case.state)) {
      this.case.state = 'processing';
    }
  }

  async #serve(type: (typeof SERVICES)[number], job: Job): Promise<JsonObject> {
    const headers = job.customHeaders as Readonly<Record<string, string>>;
    switch (type) {
      case 'case.update':
        this.case.state = headers.state ?? this.case.state;
        if (headers.flag !== undefined) this.case.flags.add(headers.flag);
        return {};
      case 'case.close':
        this.case.outcome = headers.outcome;
        this.case.state = headers.state ?? END_STATES[headers.outcome ?? ''] ?? 'closed';
        return {};
      case 'case.prepare':
        return this.#prepare();
      case 'decision.evaluate':
        return { result: await this.#decide(headers.decision ?? '', job.variables) };
      case 'document.issue':
        this.case.documents.add(headers.document ?? '');
        return { documentId: `document-${headers.document}`, documentNumber: '1' };
      default:
        return {};
    }
  }

  #prepare(): JsonObject {
    const at = this.#prepared++;
    const found = Object.entries(this.#facts).map(([name, value]): [string, Json] => [
      name,
      Array.isArray(value) ? (value[Math.min(at, value.length - 1)] ?? null) : (value ?? null),
    ]);
    return {
      residence: 'register',
      materialsComplete: true,
      repeatCause: false,
      newReason: false,
      minorApplicant: false,
      relativeFiling: false,
      ...Object.fromEntries(found),
    };
  }

  async #decide(decisionId: string, variables: unknown): Promise<Json> {
    const answer = await this.#client.evaluateDecision({
      decisionId,
      variables: variables as never,
    });
    if (answer.failureMessage !== '') {
      throw new Error(`Expected ${decisionId} to be decided, but ${answer.failureMessage}`);
    }
    const { decisionOutput } = answer as unknown as { decisionOutput: Json };
    return typeof decisionOutput === 'string' ? JSON.parse(decisionOutput) : decisionOutput;
  }
}
