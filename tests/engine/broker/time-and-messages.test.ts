import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Engine, startEngine } from '../../../engine/index.ts';
import { type RawClient, rawClient } from '../gateway/clients.ts';
import { bpmn, line, messageAwaited, messageStarted, serviceTask } from '../gateway/models.ts';
import { type TestStore, testStores } from '../gateway/stores.ts';

const POLL = { worker: 'tester', timeout: 10_000, maxJobsToActivate: 50, requestTimeout: -1 };
const MINUTE_MS = 60_000;

interface Job {
  readonly key: string;
  readonly processInstanceKey: string;
  readonly processDefinitionVersion: number;
  readonly variables: string;
}

describe.each(testStores)('time and messages with the $name store', ({ create }) => {
  let store: TestStore;
  let engine: Engine;
  let client: RawClient;
  let now = Date.parse('2026-11-24T00:00:00Z');

  beforeAll(async () => {
    store = await create();
    engine = await startEngine({ store: store.options, port: 0, clock: { now: () => now } });
    client = rawClient(engine.address);
  });

  afterAll(async () => {
    client.close();
    await engine.stop();
    await store.drop();
  });

  async function deploy(xml: string, name = 'model.bpmn') {
    return client.call('DeployResource', { resources: [{ name, content: Buffer.from(xml) }] });
  }

  async function start(bpmnProcessId: string, variables: object = {}): Promise<string> {
    const request = { bpmnProcessId, version: -1, variables: JSON.stringify(variables) };
    return (await client.call('CreateProcessInstance', request)).processInstanceKey ?? '';
  }

  async function activate(type: string): Promise<readonly Job[]> {
    const messages = await client.collect('ActivateJobs', { ...POLL, type });
    return (messages as unknown as { jobs: Job[] }[]).flatMap(({ jobs }) => jobs);
  }

  async function complete(jobs: readonly Job[]): Promise<void> {
    for (const { key } of jobs) await client.call('CompleteJob', { jobKey: key });
  }

  async function pass(milliseconds: number): Promise<void> {
    now += milliseconds;
    await engine.wake();
  }

  function publish(name: string, correlationKey: string, more: object = {}) {
    return client.call('PublishMessage', { name, correlationKey, ...more });
  }

  it('should make a failed job activatable when its back-off is over, not before', async () => {
    // given
    await deploy(serviceTask('backoff', 'backoff-work'));
    await start('backoff');
    const [job] = await activate('backoff-work');

    // when
    await client.call('FailJob', { jobKey: job?.key, retries: 2, retryBackOff: 5_000 });
    await pass(4_999);

    // then
    expect(await activate('backoff-work')).toEqual([]);
    await expect(client.call('CompleteJob', { jobKey: job?.key })).rejects.toMatchObject({
      code: 9,
    });
    await pass(1);
    await complete(await activate('backoff-work'));
  });

  it('should move the end of a lease', async () => {
    await deploy(serviceTask('lease', 'lease-work'));
    await start('lease');
    const [job] = await activate('lease-work');
    await client.call('UpdateJobTimeout', { jobKey: job?.key, timeout: MINUTE_MS });
    await pass(POLL.timeout);
    expect(await activate('lease-work')).toEqual([]);
    await pass(MINUTE_MS);
    await complete(await activate('lease-work'));
  });

  it('should start instances by a timer of the latest version, as often as it says', async () => {
    // given
    const timed = (cycle: string) =>
      bpmn(
        'timed',
        `<startEvent id="start"><timerEventDefinition id="t">
        <timeCycle xsi:type="tFormalExpression">${cycle}</timeCycle></timerEventDefinition>
        </startEvent><sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
        <serviceTask id="work"><extensionElements>
        <zeebe:taskDefinition type="timed-work"/></extensionElements></serviceTask>`,
      );
    await deploy(timed('R/PT5M'));
    await deploy(timed('R2/PT1M'));

    // when
    for (const _ of [1, 2, 3, 4, 5, 6]) await pass(MINUTE_MS);

    // then
    const jobs = await activate('timed-work');
    expect(jobs.map((job) => job.processDefinitionVersion)).toEqual([2, 2]);
  });

  it('should fire an intermediate timer after its duration', async () => {
    // given
    const wait = `<intermediateCatchEvent id="pause"><timerEventDefinition id="t">
      <timeDuration xsi:type="tFormalExpression">=pause</timeDuration>
      </timerEventDefinition></intermediateCatchEvent>`;
    await deploy(line('pausing', wait, 'pause'));
    const key = await start('pausing', { pause: 'P7D' });

    // when
    await pass(7 * 24 * 60 * MINUTE_MS - 1);
    await client.call('SetVariables', { elementInstanceKey: key, variables: '{}' });
    await pass(1);

    // then
    const gone = client.call('SetVariables', { elementInstanceKey: key, variables: '{}' });
    await expect(gone).rejects.toMatchObject({ code: 5 });
  });

  it('should drop a message without time to live that nobody waits for', async () => {
    await deploy(messageAwaited('waiting', 'wanted', 'wanted-work'));
    await publish('wanted', 'k1');
    await publish('wanted', 'k1', { timeToLive: -5 });
    await start('waiting', { caseId: 'k1' });
    expect(await activate('wanted-work')).toEqual([]);
  });

  it('should keep a message no longer than its time to live', async () => {
    await publish('wanted', 'k2', { timeToLive: 1_000 });
    now += 1_000;
    await start('waiting', { caseId: 'k2' });
    expect(await activate('wanted-work')).toEqual([]);
  });

  it('should give a message once to a process, the oldest message first', async () => {
    // given
    await publish('wanted', 'k3', { timeToLive: MINUTE_MS, variables: '{"n":1}' });
    await publish('wanted', 'k3', { timeToLive: MINUTE_MS, variables: '{"n":2}' });

    // when
    for (const _ of [1, 2, 3]) await start('waiting', { caseId: 'k3' });

    // then
    const jobs = await activate('wanted-work');
    expect(jobs.map(({ variables }) => JSON.parse(variables).n)).toEqual([1, 2]);
  });

  it('should give a message to each of several processes', async () => {
    await deploy(messageAwaited('waiting-too', 'wanted', 'wanted-too-work'), 'other.bpmn');
    await start('waiting', { caseId: 'k4' });
    await start('waiting-too', { caseId: 'k4' });
    await publish('wanted', 'k4');
    expect(await activate('wanted-work')).toHaveLength(1);
    expect(await activate('wanted-too-work')).toHaveLength(1);
  });

  it('should compare a number as its text', async () => {
    await start('waiting', { caseId: 219_921 });
    await publish('wanted', '219921');
    await complete(await activate('wanted-work'));
  });

  it('should start one instance at a time for a correlation key', async () => {
    // given
    await deploy(messageStarted('started', 'begin', 'begin-work'), 'started.bpmn');
    const lasting = { timeToLive: MINUTE_MS };

    // when: two for one key, one for another, two without a key
    await publish('begin', 'k5', { ...lasting, variables: '{"n":1}' });
    await publish('begin', 'k5', { ...lasting, variables: '{"n":2}' });
    await publish('begin', 'k6', { ...lasting, variables: '{"n":3}' });
    await publish('begin', '', { ...lasting, variables: '{"n":4}' });
    await publish('begin', '', { ...lasting, variables: '{"n":5}' });

    // then: the second for the key begins when the first has ended
    const first = await activate('begin-work');
    expect(first.map(({ variables }) => JSON.parse(variables).n)).toEqual([1, 3, 4, 5]);
    await complete(first);
    const second = await activate('begin-work');
    expect(second.map(({ variables }) => JSON.parse(variables).n)).toEqual([2]);
    await complete(second);
  });

  it('should start nothing by a message that the latest version does not know', async () => {
    await deploy(serviceTask('started', 'begin-work'), 'started.bpmn');
    await publish('begin', 'k7', { timeToLive: MINUTE_MS });
    expect(await activate('begin-work')).toEqual([]);
  });
});
