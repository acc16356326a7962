import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Engine, startEngine } from '../../../engine/index.ts';
import { type RawClient, rawClient, refusal } from './clients.ts';
import { line, serviceTask } from './models.ts';

const UNKNOWN_KEY = '2251799813985248';
const POLL = { worker: 'tester', timeout: 60_000, maxJobsToActivate: 10, requestTimeout: -1 };

describe('gateway, where clients rely on details', () => {
  let engine: Engine;
  let client: RawClient;

  beforeAll(async () => {
    engine = await startEngine({ store: { kind: 'memory' }, port: 0 });
    client = rawClient(engine.address);
  });

  afterAll(async () => {
    client.close();
    await engine.stop();
  });

  async function deploy(name: string, xml: string) {
    return client.call('DeployResource', { resources: [{ name, content: Buffer.from(xml) }] });
  }

  async function start(bpmnProcessId: string, variables: object = {}): Promise<string> {
    const request = { bpmnProcessId, version: -1, variables: JSON.stringify(variables) };
    return (await client.call('CreateProcessInstance', request)).processInstanceKey ?? '';
  }

  describe('deployment', () => {
    it('should keep version and key of a file that is the latest already', async () => {
      // given
      const first = serviceTask('versions', 'v', 'first');
      const second = serviceTask('versions', 'v', 'second');
      const version = async (name: string, xml: string) => {
        const { deployments } = await deploy(name, xml);
        const [{ process }] = deployments as unknown as [{ process: { version: number } }];
        return process.version;
      };

      // then: A, A, B, A, and A under another name
      expect(await version('a.bpmn', first)).toBe(1);
      expect(await version('a.bpmn', first)).toBe(1);
      expect(await version('a.bpmn', second)).toBe(2);
      expect(await version('a.bpmn', first)).toBe(3);
      expect(await version('b.bpmn', first)).toBe(4);
    });

    it('should deploy nothing when one file is wrong, and tell every error', async () => {
      // given
      const resources = [
        { name: 'good.bpmn', content: Buffer.from(serviceTask('all-or-none', 'x')) },
        { name: 'bad.bpmn', content: Buffer.from('<nothing') },
        { name: 'note.txt', content: Buffer.from('hello') },
      ];

      // when
      const refused = await refusal(client.call('DeployResource', { resources }));

      // then
      expect(refused.code).toBe(status.INVALID_ARGUMENT);
      expect(refused.details).toMatch(
        /^Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources/,
      );
      expect(refused.details).toContain("'bad.bpmn'");
      expect(refused.details).toContain("'note.txt': unknown resource type");
      const started = client.call('CreateProcessInstance', {
        bpmnProcessId: 'all-or-none',
        version: -1,
      });
      expect((await refusal(started)).code).toBe(status.NOT_FOUND);
    });

    it('should refuse a deployment of nothing and a process that is there twice', async () => {
      expect((await refusal(client.call('DeployResource', {}))).code).toBe(status.INVALID_ARGUMENT);
      const content = Buffer.from(serviceTask('twice', 'x'));
      const resources = [
        { name: 'one.bpmn', content },
        { name: 'two.bpmn', content },
      ];
      const refused = await refusal(client.call('DeployResource', { resources }));
      expect(refused.details).toContain("Duplicated process id 'twice'");
    });
  });

  describe('creation', () => {
    it('should take a version of zero for exact, and a negative one for the latest', async () => {
      await deploy('zero.bpmn', serviceTask('zero', 'x'));
      const exact = client.call('CreateProcessInstance', { bpmnProcessId: 'zero' });
      expect(await refusal(exact)).toMatchObject({
        code: status.NOT_FOUND,
        details: expect.stringContaining("Command 'CREATE' rejected with code 'NOT_FOUND'"),
      });
      expect(await start('zero')).toMatch(/^2251799813\d+$/);
    });

    it('should look up by key when no process id is given', async () => {
      const refused = await refusal(client.call('CreateProcessInstance', {}));
      expect(refused.code).toBe(status.NOT_FOUND);
      expect(refused.details).toContain("with key '0'");
    });

    it.each([
      ['', undefined],
      ['  ', undefined],
      ['null', undefined],
      ['{"a":', status.INVALID_ARGUMENT],
      ['[1]', status.INVALID_ARGUMENT],
      ['7', status.INVALID_ARGUMENT],
    ])('should answer variables %j', async (variables, code) => {
      await deploy('documents.bpmn', serviceTask('documents', 'x'));
      const request = { bpmnProcessId: 'documents', version: -1, variables };
      const call = client.call('CreateProcessInstance', request);
      if (code === undefined) await expect(call).resolves.toMatchObject({ version: 1 });
      else expect((await refusal(call)).code).toBe(code);
    });

    it('should name the kind of a document that is not an object', async () => {
      const call = client.call('CompleteJob', { jobKey: UNKNOWN_KEY, variables: '[]' });
      const { details } = await refusal(call);
      expect(details).toBe(
        "Property 'variables' is invalid: Expected document to be a root level object, but was 'ARRAY'",
      );
    });

    it('should refuse a tenant while multi-tenancy is off', async () => {
      const request = { bpmnProcessId: 'zero', version: -1, tenantId: 'county' };
      expect((await refusal(client.call('CreateProcessInstance', request))).code).toBe(
        status.INVALID_ARGUMENT,
      );
      const allowed = { ...request, tenantId: '<default>' };
      expect(await client.call('CreateProcessInstance', allowed)).toMatchObject({
        tenantId: '<default>',
      });
    });

    it('should run into its time when the result does not come', async () => {
      await deploy('endless.bpmn', serviceTask('endless', 'nobody'));
      const call = client.call('CreateProcessInstanceWithResult', {
        request: { bpmnProcessId: 'endless', version: -1 },
        requestTimeout: 20,
      });
      expect((await refusal(call)).code).toBe(status.DEADLINE_EXCEEDED);
    });
  });

  describe('keys', () => {
    it.each([
      ['CompleteJob', { jobKey: '0' }],
      ['FailJob', { jobKey: '-1' }],
      ['CancelProcessInstance', { processInstanceKey: '12' }],
      ['ResolveIncident', { incidentKey: (2n << 51n).toString() }],
    ])('should be unavailable for a key of no partition: %s %j', async (name, request) => {
      const refused = await refusal(client.call(name, request));
      expect(refused.code).toBe(status.UNAVAILABLE);
      expect(refused.details).toContain('Expected to execute command on partition');
    });

    it.each([
      ['CompleteJob', { jobKey: UNKNOWN_KEY }, 'Expected to complete job with key'],
      ['FailJob', { jobKey: UNKNOWN_KEY, retries: 1 }, 'Expected to fail job with key'],
      ['ThrowError', { jobKey: UNKNOWN_KEY, errorCode: 'E' }, 'Expected to throw an error for job'],
      [
        'UpdateJobRetries',
        { jobKey: UNKNOWN_KEY, retries: 1 },
        'Expected to update retries for job',
      ],
      ['UpdateJobTimeout', { jobKey: UNKNOWN_KEY, timeout: 1 }, 'Expected to update job deadline'],
      [
        'CancelProcessInstance',
        { processInstanceKey: UNKNOWN_KEY },
        'Expected to cancel a process instance with key',
      ],
      ['ResolveIncident', { incidentKey: UNKNOWN_KEY }, 'Expected to resolve incident with key'],
      [
        'SetVariables',
        { elementInstanceKey: UNKNOWN_KEY, variables: '{}' },
        'Expected to update variables for element with key',
      ],
    ])('should not find an unknown key: %s', async (name, request, text) => {
      const refused = await refusal(client.call(name, request));
      expect(refused.code).toBe(status.NOT_FOUND);
      expect(refused.details).toContain(text);
    });
  });

  describe('jobs', () => {
    it.each([[{ ...POLL, type: '' }], [{ ...POLL, type: 'x', timeout: 0 }]])(
      'should refuse to activate %j',
      async (request) => {
        const refused = await refusal(client.collect('ActivateJobs', request));
        expect(refused.code).toBe(status.INVALID_ARGUMENT);
        expect(refused.details).toContain(
          "Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT'",
        );
      },
    );

    it.each([
      [{ ...POLL, type: 'x', maxJobsToActivate: 0, requestTimeout: 0 }],
      [{ ...POLL, type: '  ' }],
      [{ ...POLL, type: 'nothing', worker: '' }],
      [{ ...POLL, type: 'nothing', requestTimeout: 20 }],
    ])('should end without a message and without an error: %j', async (request) => {
      expect(await client.collect('ActivateJobs', request)).toEqual([]);
    });

    it('should answer a waiting poll when a job comes', async () => {
      // given
      await deploy('waiting.bpmn', serviceTask('waiting', 'waited'));
      const poll = client.collect('ActivateJobs', { ...POLL, type: 'waited', requestTimeout: 0 });

      // when
      const processInstanceKey = await start('waiting');

      // then
      expect(await poll).toMatchObject([{ jobs: [{ processInstanceKey }] }]);
    });

    it('should give jobs in the order of their keys, with the named variables alone', async () => {
      // given
      await deploy('order.bpmn', serviceTask('order', 'ordered'));
      const keys: string[] = [];
      for (const place of [1, 2, 3]) keys.push(await start('order', { place, other: true }));

      // when
      const request = { ...POLL, type: 'ordered', maxJobsToActivate: 2 };
      const found = [
        ...(await client.collect('ActivateJobs', { ...request, fetchVariable: ['place', 'none'] })),
        ...(await client.collect('ActivateJobs', request)),
      ] as unknown as { jobs: { processInstanceKey: string; variables: string }[] }[];

      // then
      const jobs = found.flatMap((message) => message.jobs);
      expect(jobs.map((job) => job.processInstanceKey)).toEqual(keys);
      expect(jobs.map((job) => job.variables)).toEqual([
        '{"place":1}',
        '{"place":2}',
        '{"place":3,"other":true}',
      ]);
    });

    it('should free the jobs of a client that has gone', async () => {
      // given: a poll that waits when its client hangs up; calls are seen in the order of the wire
      await deploy('gone.bpmn', serviceTask('gone', 'gone-work'));
      const call = client.open('ActivateJobs', { ...POLL, type: 'gone-work', requestTimeout: 0 });
      call.on('error', () => undefined);
      await client.call('Topology', {});
      call.cancel();
      await client.call('Topology', {});
      await start('gone');

      // then
      const other = { ...POLL, type: 'gone-work', requestTimeout: 5_000 };
      expect(await client.collect('ActivateJobs', other)).toHaveLength(1);
    });

    it('should refuse a timeout change of a job that nobody has', async () => {
      // given
      await deploy('idle.bpmn', serviceTask('idle', 'idle-work'));
      await start('idle');
      const request = { ...POLL, type: 'idle-work' };
      const [message] = (await client.collect('ActivateJobs', request)) as unknown as [
        { jobs: { key: string }[] },
      ];
      const jobKey = message.jobs[0]?.key;

      // when: it is activated, its lease can be moved; given back, it cannot
      expect(await client.call('UpdateJobTimeout', { jobKey, timeout: 1_000 })).toEqual({});
      await client.call('FailJob', { jobKey, retries: 3 });
      const refused = await refusal(client.call('UpdateJobTimeout', { jobKey, timeout: 1_000 }));

      // then
      expect(refused.code).toBe(status.FAILED_PRECONDITION);
    });
  });

  it('should answer UNIMPLEMENTED for what is not served', async () => {
    const refused = await refusal(client.call('BroadcastSignal', { signalName: 's' }));
    expect(refused.code).toBe(status.UNIMPLEMENTED);
  });

  it('should refuse a message over 4 MB and live on', async () => {
    const content = Buffer.alloc(5 * 1024 * 1024);
    const call = client.call('DeployResource', { resources: [{ name: 'a.bpmn', content }] });
    expect((await refusal(call)).code).toBe(status.RESOURCE_EXHAUSTED);
    expect(await client.call('Topology', {})).toMatchObject({ clusterSize: 1 });
  });

  it('should start a child through a call activity and give its result back', async () => {
    // given
    const called = `<callActivity id="call"><extensionElements>
      <zeebe:calledElement processId="child"/></extensionElements></callActivity>`;
    await deploy('parent.bpmn', line('parent', called, 'call'));
    await deploy('child.bpmn', serviceTask('child', 'child-work'));

    // when
    const result = client.call('CreateProcessInstanceWithResult', {
      request: { bpmnProcessId: 'parent', version: -1, variables: '{"a":1}' },
    });
    const [message] = (await client.collect('ActivateJobs', {
      ...POLL,
      type: 'child-work',
      requestTimeout: 5_000,
    })) as unknown as [{ jobs: { key: string }[] }];
    await client.call('CompleteJob', { jobKey: message.jobs[0]?.key, variables: '{"b":2}' });

    // then
    expect(JSON.parse((await result).variables ?? '')).toEqual({ a: 1, b: 2 });
  });
});
