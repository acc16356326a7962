import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Engine, startEngine } from '../../../engine/index.ts';
import { until } from '../../support/until.ts';
import { sdkClient } from './clients.ts';
import { messageAwaited, messageStarted, serviceTask } from './models.ts';
import { type TestStore, testStores } from './stores.ts';

describe.each(testStores)('@camunda8/sdk against the engine with the $name store', ({ create }) => {
  let store: TestStore;
  let engine: Engine;
  let client: ReturnType<typeof sdkClient>;

  beforeAll(async () => {
    store = await create();
    engine = await startEngine({ store: store.options, port: 0 });
    client = sdkClient(engine.address);
  });

  afterAll(async () => {
    await client.close();
    await engine.stop();
    await store.drop();
  });

  async function deploy(name: string, xml: string) {
    return client.deployResource({ name, process: Buffer.from(xml) });
  }

  it('should tell its topology', async () => {
    const topology = await client.topology();
    expect(topology.brokers).toHaveLength(1);
    expect(topology.brokers[0]?.port).toBe(engine.port);
    expect(topology.brokers[0]?.partitions[0]).toMatchObject({ partitionId: 1, role: 'LEADER' });
  });

  it('should deploy, start, work and complete', async () => {
    // given
    const deployment = await deploy('sdk.bpmn', serviceTask('sdk', 'sdk-work'));
    expect(deployment.deployments[0]?.process).toMatchObject({
      bpmnProcessId: 'sdk',
      version: 1,
      resourceName: 'sdk.bpmn',
      tenantId: '<default>',
    });

    // when
    const worker = client.createWorker({
      taskType: 'sdk-work',
      taskHandler: (job) => job.complete({ seen: Number(job.variables.amountFen) }),
    });
    const result = await client.createProcessInstanceWithResult({
      bpmnProcessId: 'sdk',
      variables: { amountFen: 120_000 },
    });
    await worker.close();

    // then
    expect(result.variables).toMatchObject({ amountFen: 120_000, seen: 120_000 });
  });

  it('should give a job with its headers and keys, and fail it into an incident', async () => {
    // given
    await deploy('fail.bpmn', serviceTask('fail', 'fail-work'));
    const { processInstanceKey } = await client.createProcessInstance({
      bpmnProcessId: 'fail',
      variables: {},
    });
    const request = {
      type: 'fail-work',
      worker: 'tester',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 5_000,
    };
    const [job] = await client.activateJobs(request);
    expect(job).toMatchObject({
      processInstanceKey,
      bpmnProcessId: 'fail',
      elementId: 'work',
      customHeaders: { act: 'accept' },
      retries: 3,
      worker: 'tester',
    });
    const jobKey = job?.key ?? '';

    // when: failed with retries, it comes again; without, it does not
    await client.failJob({ jobKey, retries: 1, errorMessage: 'once', retryBackOff: 0 });
    expect(await client.activateJobs(request)).toHaveLength(1);
    await client.failJob({ jobKey, retries: 0, errorMessage: 'for good', retryBackOff: 0 });
    await expect(client.completeJob({ jobKey, variables: {} })).rejects.toThrow('FAILED');

    // then: the operator repairs it; the incident's key is the next one or near it
    await client.updateJobRetries({ jobKey, retries: 2 });
    const incidentKey = await until('the incident to be found', async () => {
      for (let key = BigInt(jobKey); key < BigInt(jobKey) + 20n; key += 1n) {
        const isResolved = await client.resolveIncident({ incidentKey: String(key) }).then(
          () => true,
          () => false,
        );
        if (isResolved) return key;
      }
      return undefined;
    });
    expect(incidentKey).toBeGreaterThan(0n);
    const [again] = await client.activateJobs(request);
    await client.completeJob({ jobKey: again?.key ?? '', variables: {} });
  });

  it('should correlate a message, now or within its time to live', async () => {
    // given
    await deploy('wait.bpmn', messageAwaited('await-message', 'supplement.received', 'after-wait'));
    await client.publishMessage({
      name: 'supplement.received',
      correlationKey: 'case-early',
      timeToLive: 60_000,
      variables: { early: true },
    });

    // when
    for (const caseId of ['case-early', 'case-late']) {
      await client.createProcessInstance({ bpmnProcessId: 'await-message', variables: { caseId } });
    }
    await client.publishMessage({
      name: 'supplement.received',
      correlationKey: 'case-late',
      timeToLive: 0,
      variables: { early: false },
    });

    // then
    const jobs = await client.activateJobs({
      type: 'after-wait',
      worker: 'tester',
      timeout: 60_000,
      maxJobsToActivate: 10,
      requestTimeout: 5_000,
    });
    expect(jobs.map(({ variables }) => variables)).toEqual([
      { caseId: 'case-early', early: true },
      { caseId: 'case-late', early: false },
    ]);
  });

  it('should start one instance for a message, however often it is sent', async () => {
    // given
    await deploy('start.bpmn', messageStarted('message-start', 'relief.start', 'started'));
    const message = {
      name: 'relief.start',
      correlationKey: 'case-7',
      messageId: 'outbox-7',
      timeToLive: 60_000,
      variables: { caseId: 'case-7' },
    };

    // when
    await client.publishMessage(message);
    await expect(client.publishMessage(message)).rejects.toThrow('ALREADY_EXISTS');

    // then
    const jobs = await client.activateJobs({
      type: 'started',
      worker: 'tester',
      timeout: 60_000,
      maxJobsToActivate: 10,
      requestTimeout: 5_000,
    });
    expect(jobs.map(({ variables }) => variables)).toEqual([{ caseId: 'case-7' }]);
  });

  it('should push jobs to a stream', async () => {
    // given
    await deploy('stream.bpmn', serviceTask('stream', 'stream-work'));
    const completed: string[] = [];
    const worker = await client.streamJobs({
      type: 'stream-work',
      worker: 'streamer',
      timeout: 60_000,
      tenantIds: ['<default>'],
      taskHandler: async (job) => {
        await job.complete();
        completed.push(job.processInstanceKey);
        return 'JOB_ACTION_ACKNOWLEDGEMENT' as const;
      },
    });

    // when
    const keys: string[] = [];
    await until('the first job to be pushed', async () => {
      const { processInstanceKey } = await client.createProcessInstance({
        bpmnProcessId: 'stream',
        variables: {},
      });
      keys.push(processInstanceKey);
      return completed.length > 0;
    });

    // then
    await until('the last job to be pushed', () => completed.includes(keys.at(-1) ?? ''));
    await worker.close();
  });
});
