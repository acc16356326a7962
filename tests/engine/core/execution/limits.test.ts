import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../../../../engine/core/environment.ts';
import type { ProcessGraph } from '../../../../engine/core/model/graph.ts';
import { step } from '../../../../engine/core/step.ts';
import { bpmn, flow, flows, parseGraphs, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const script = (id: string) =>
  `<scriptTask id="${id}"><extensionElements>` +
  '<zeebe:script expression="=n + 1" resultVariable="n"/></extensionElements></scriptTask>';

describe('steps without a wait state', () => {
  it('should stop a loop that never waits with an incident, which lets it go on', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        `<startEvent id="start"/>${script('count')}<exclusiveGateway id="more" default="more_after"/>` +
          `${serviceTask('after')}${flows('start > count > more')}` +
          `${flow('more', 'count', '=n < 400')}${flow('more', 'after')}`,
      ),
    );

    // when
    const key = scenario.create({ n: 0 });

    // then
    expect(scenario.incident().message).toContain('a wait state within 1000 steps');
    scenario.resolveIncident();
    expect(scenario.active(key)).toEqual(['after']);
    expect(scenario.variables(key)).toEqual({ n: 400 });
  });

  it('should stop a loop that doubles its tokens', async () => {
    // given
    const [graph] = await parseGraphs(
      bpmn(
        `<startEvent id="start"/>${script('count')}<parallelGateway id="fork"/>` +
          '<exclusiveGateway id="merge"/>' +
          flows('start > merge > count > fork > merge') +
          '<sequenceFlow id="again" sourceRef="fork" targetRef="merge"/>',
      ),
    );
    let lastKey = 1;
    const environment: Environment = {
      now: 0,
      zone: 'UTC',
      nextKey: () => String(++lastKey),
      process: () => undefined,
      decide: () => ({ ok: false, code: 'called_decision_error', message: '' }),
    };

    // when
    const stepped = step(
      graph as ProcessGraph,
      undefined,
      {
        type: 'create_instance',
        processInstanceKey: '1',
        definition: { processDefinitionKey: '1', bpmnProcessId: 'process', version: 1 },
        variables: { n: 0 },
        origin: { type: 'command' },
      },
      environment,
    );

    // then
    const state = stepped.ok ? stepped.value.state : undefined;
    expect(state?.outcome).toBeUndefined();
    expect(state?.incidents.size).toBeGreaterThan(0);
  });
});

describe('sizes', () => {
  const model = bpmn(
    `<startEvent id="start"/>${serviceTask('work')}${script('double')}${serviceTask('after')}` +
      flows('start > work > double > after'),
  );

  it('should refuse documents that make the instance too large', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create({ n: 1 });
    const set = (name: string) =>
      scenario.trySend(key, {
        type: 'set_variables',
        scopeKey: key,
        variables: { [name]: 'x'.repeat(250_000) },
        local: true,
      });

    // when
    const rejections = Array.from({ length: 17 }, (_, index) => set(`v${index}`));

    // then
    expect(rejections.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => undefined));
    expect(rejections[16]?.message).toContain('all variables of the instance');
  });

  it('should raise an incident for a result that is too large', async () => {
    // given
    const scenario = await Scenario.of(model.replace('=n + 1', '=[text, text, text]'));
    scenario.create({ text: 'x'.repeat(100_000) });

    // when
    scenario.completeJob('work');

    // then
    expect(scenario.incident().message).toContain("Expected variable 'n' to have at most");
  });
});
