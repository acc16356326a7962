import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clock, type Engine, startEngine } from '../../../engine/index.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';
import { type RawClient, rawClient } from '../gateway/clients.ts';
import { line, messageAwaited, serviceTask } from '../gateway/models.ts';

const HOUR_MS = 3_600_000;
const POLL = { worker: 'tester', timeout: 60_000, maxJobsToActivate: 10, requestTimeout: -1 };

interface Job {
  readonly key: string;
  readonly processInstanceKey: string;
  readonly variables: string;
}

describe('engine on PostgreSQL, stopped and started again', () => {
  let database: TestDatabase;
  let engine: Engine;
  let client: RawClient;
  let now = Date.parse('2026-11-24T00:00:00Z');
  const clock: Clock = { now: () => now };

  async function startAgain(): Promise<void> {
    client?.close();
    await engine?.stop();
    engine = await startEngine({ store: { kind: 'postgres', url: database.url }, port: 0, clock });
    client = rawClient(engine.address);
  }

  beforeAll(async () => {
    database = await createDatabase();
    await startAgain();
  });

  afterAll(async () => {
    client.close();
    await engine.stop();
    await database.drop();
  });

  async function deploy(name: string, xml: string) {
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

  it('should go on with an instance in the middle of its work', async () => {
    // given
    await deploy('middle.bpmn', serviceTask('middle', 'middle-work'));
    const key = await start('middle', { amountFen: 50_000, name: '甲一' });
    const [leased] = await activate('middle-work');
    const waiting = await start('middle', { amountFen: 70_000 });

    // when
    await startAgain();

    // then: the lease of the one and the offer of the other are still there
    expect(leased?.processInstanceKey).toBe(key);
    const jobs = await activate('middle-work');
    expect(jobs.map(({ processInstanceKey }) => processInstanceKey)).toEqual([waiting]);
    expect(jobs[0]?.variables).toBe('{"amountFen":70000}');
    await client.call('CompleteJob', { jobKey: leased?.key, variables: '{}' });
    await client.call('CompleteJob', { jobKey: jobs[0]?.key, variables: '{}' });
  });

  it('should never give a key twice', async () => {
    const before = BigInt(await start('middle'));
    await startAgain();
    expect(BigInt(await start('middle'))).toBeGreaterThan(before);
  });

  it('should fire a timer that became due while it was down', async () => {
    // given
    const wait = `<intermediateCatchEvent id="wait"><timerEventDefinition id="t">
      <timeDuration xsi:type="tFormalExpression">PT1H</timeDuration>
      </timerEventDefinition></intermediateCatchEvent>`;
    await deploy('timer.bpmn', line('timer', wait, 'wait'));
    const key = await start('timer');

    // when
    now += HOUR_MS;
    await startAgain();
    await engine.wake();

    // then: the instance has ended
    await expect(
      client.call('CancelProcessInstance', { processInstanceKey: key }),
    ).rejects.toMatchObject({ code: 5 });
  });

  it('should end a lease whose time has passed', async () => {
    // given
    await deploy('lease.bpmn', serviceTask('lease', 'lease-work'));
    await start('lease');
    const [first] = await activate('lease-work');
    expect(await activate('lease-work')).toEqual([]);

    // when
    now += POLL.timeout;
    await startAgain();
    await engine.wake();

    // then
    const [again] = await activate('lease-work');
    expect(again?.key).toBe(first?.key);
  });

  it('should keep a message, its id and its time to live', async () => {
    // given
    await deploy('message.bpmn', messageAwaited('await-paid', 'paid', 'paid-work'));
    const message = {
      name: 'paid',
      correlationKey: 'case-9',
      messageId: 'once',
      timeToLive: HOUR_MS,
      variables: '{"amountFen":1}',
    };
    await client.call('PublishMessage', message);

    // when
    await startAgain();

    // then
    await expect(client.call('PublishMessage', message)).rejects.toMatchObject({ code: 6 });
    await start('await-paid', { caseId: 'case-9' });
    const [job] = await activate('paid-work');
    expect(job?.variables).toBe('{"caseId":"case-9","amountFen":1}');

    // and after its time it is gone
    now += HOUR_MS;
    await engine.wake();
    await client.call('PublishMessage', { ...message, timeToLive: 0 });
  });

  it('should keep a subscription', async () => {
    // given
    await start('await-paid', { caseId: 'case-10' });

    // when
    await startAgain();
    await client.call('PublishMessage', { name: 'paid', correlationKey: 'case-10' });

    // then
    const jobs = await activate('paid-work');
    expect(jobs.map(({ variables }) => variables)).toContain('{"caseId":"case-10"}');
  });

  it('should load an instance from its snapshot once its log is long', async () => {
    // given
    const key = await start('middle', {});
    const text = '好'.repeat(20_000);
    for (const round of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const variables = JSON.stringify({ text, round });
      await client.call('SetVariables', { elementInstanceKey: key, variables });
    }

    // when
    await startAgain();

    // then
    const jobs = await activate('middle-work');
    const job = jobs.find(({ processInstanceKey }) => processInstanceKey === key);
    expect(JSON.parse(job?.variables ?? '')).toEqual({ text, round: 8 });
  });
});
