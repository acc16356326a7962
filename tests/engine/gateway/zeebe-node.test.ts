import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ZBClient } from 'zeebe-node';
import { type Engine, startEngine } from '../../../engine/index.ts';
import { serviceTask } from './models.ts';

describe('zeebe-node 8.3.2', () => {
  let engine: Engine;
  let client: ZBClient;

  beforeAll(async () => {
    engine = await startEngine({ store: { kind: 'memory' }, port: 0 });
    client = new ZBClient(engine.address, {
      loglevel: 'NONE',
      useTLS: false,
      connectionTolerance: 10,
      eagerConnection: false,
    });
  });

  afterAll(async () => {
    await client.close();
    await engine.stop();
  });

  it('should deploy, start, work and complete', async () => {
    // given
    const xml = serviceTask('old-client', 'old-work');
    const deployed = await client.deployProcess({
      definition: Buffer.from(xml),
      name: 'old-client.bpmn',
    });
    expect(deployed.processes[0]).toMatchObject({ bpmnProcessId: 'old-client', version: 1 });
    const again = await client.deployResource({
      process: Buffer.from(xml),
      name: 'old-client.bpmn',
    });
    expect(again.deployments[0]?.process.processDefinitionKey).toBe(
      deployed.processes[0]?.processDefinitionKey,
    );

    // when
    const worker = client.createWorker({
      taskType: 'old-work',
      taskHandler: (job) => job.complete({ greeting: `您好，${String(job.variables.name)}` }),
    });
    const result = await client.createProcessInstanceWithResult({
      bpmnProcessId: 'old-client',
      variables: { name: '甲一' },
    });
    await worker.close();

    // then
    expect(result.variables).toEqual({ name: '甲一', greeting: '您好，甲一' });
  });

  it('should reject with the text that the client knows', async () => {
    const missing = client.createProcessInstance({
      bpmnProcessId: 'no-such-process',
      variables: {},
    });
    await expect(missing).rejects.toThrow('NOT_FOUND');
  });
});
