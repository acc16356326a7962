import { describe, expect, it } from '@jest/globals';
import { bpmn, flow, flows, serviceTask } from '../support/model.ts';
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
    const scenario = await Scenario.of(
      bpmn(
        `<startEvent id="start"/>${script('count')}<parallelGateway id="fork"/>` +
          '<exclusiveGateway id="merge"/>' +
          flows('start > merge > count > fork > merge') +
          '<sequenceFlow id="again" sourceRef="fork" targetRef="merge"/>',
      ),
    );

    // when
    const key = scenario.create({ n: 0 });

    // then
    expect(scenario.outcome(key)).toBeUndefined();
    expect(scenario.incidents.size).toBeGreaterThan(0);
  });
});
