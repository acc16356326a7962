import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Engine, startEngine } from '../../../engine/index.ts';
import { type RawClient, rawClient } from '../gateway/clients.ts';
import { line } from '../gateway/models.ts';
import { type TestStore, testStores } from '../gateway/stores.ts';

function amounts(large: number, note = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="relief" name="救助${note}"
  namespace="urn:test">
  <decision id="level" name="级别">
    <decisionTable id="table" hitPolicy="FIRST">
      <input id="in" label="金额"><inputExpression id="ie" typeRef="number">
        <text>amountFen</text></inputExpression></input>
      <output id="out" name="level" label="级别" typeRef="string"/>
      <rule id="r1"><inputEntry id="e1"><text>&gt;= ${large}</text></inputEntry>
        <outputEntry id="o1"><text>"county"</text></outputEntry></rule>
      <rule id="r2"><inputEntry id="e2"><text>-</text></inputEntry>
        <outputEntry id="o2"><text>"town"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;
}

describe.each(testStores)('decisions with the $name store', ({ create }) => {
  let store: TestStore;
  let engine: Engine;
  let client: RawClient;

  beforeAll(async () => {
    store = await create();
    engine = await startEngine({ store: store.options, port: 0 });
    client = rawClient(engine.address);
  });

  afterAll(async () => {
    client.close();
    await engine.stop();
    await store.drop();
  });

  async function deploy(name: string, text: string) {
    return client.call('DeployResource', { resources: [{ name, content: Buffer.from(text) }] });
  }

  it('should deploy a decision and evaluate its latest version, with the way to the result', async () => {
    // given
    const { deployments } = await deploy('relief.dmn', amounts(100));
    expect(deployments).toMatchObject([
      { decision: { dmnDecisionId: 'level', version: 1, dmnDecisionName: '级别' } },
      { decisionRequirements: { dmnDecisionRequirementsId: 'relief', version: 1 } },
    ]);
    const again = await deploy('relief.dmn', amounts(100));
    expect(again.deployments).toEqual(deployments);
    await deploy('relief.dmn', amounts(500_000));

    // when
    const answer = await client.call('EvaluateDecision', {
      decisionId: 'level',
      variables: '{"amountFen":500000}',
    });

    // then
    expect(answer).toMatchObject({
      decisionId: 'level',
      decisionVersion: 2,
      decisionOutput: '"county"',
      failedDecisionId: '',
      evaluatedDecisions: [
        {
          decisionId: 'level',
          decisionType: 'DECISION_TABLE',
          matchedRules: [
            { ruleId: 'r1', ruleIndex: 1, evaluatedOutputs: [{ outputValue: '"county"' }] },
          ],
          evaluatedInputs: [{ inputName: '金额', inputValue: '500000' }],
        },
      ],
    });
  });

  it('should evaluate an older version by its key', async () => {
    const { deployments } = await deploy('relief.dmn', amounts(1, '新'));
    const [{ decision }] = deployments as unknown as [{ decision: { decisionKey: string } }];
    await deploy('relief.dmn', amounts(9_999));
    const request = { decisionKey: decision.decisionKey, variables: '{"amountFen":1}' };
    expect(await client.call('EvaluateDecision', request)).toMatchObject({
      decisionOutput: '"county"',
      decisionVersion: 3,
    });
  });

  it('should refuse a decision that is not there', async () => {
    const call = client.call('EvaluateDecision', { decisionId: 'none' });
    await expect(call).rejects.toMatchObject({
      code: 3,
      details: expect.stringContaining("Expected to evaluate decision 'none'"),
    });
  });

  it('should decide inside a process', async () => {
    // given
    const task = `<businessRuleTask id="decide"><extensionElements>
      <zeebe:calledDecision decisionId="level" resultVariable="level"/>
      </extensionElements></businessRuleTask>`;
    await deploy('deciding.bpmn', line('deciding', task, 'decide'));

    // when
    const { variables } = await client.call('CreateProcessInstanceWithResult', {
      request: { bpmnProcessId: 'deciding', version: -1, variables: '{"amountFen":10000}' },
    });

    // then
    expect(JSON.parse(variables ?? '')).toEqual({ amountFen: 10_000, level: 'county' });
  });
});
