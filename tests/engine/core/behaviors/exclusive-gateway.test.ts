import { describe, expect, it } from '@jest/globals';
import { bpmn, flow, flows, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const choice = (gateway: string, ...between: readonly string[]) =>
  bpmn(
    `<startEvent id="start"/>${gateway}${serviceTask('a')}${serviceTask('b')}` +
      `${flows('start > gateway')}${between.join('')}`,
  );

describe('exclusive gateway', () => {
  it('should take the flow whose condition holds', async () => {
    // given
    const scenario = await Scenario.of(
      choice(
        '<exclusiveGateway id="gateway"/>',
        flow('gateway', 'a', '=amount < 10'),
        flow('gateway', 'b', '=amount >= 10'),
      ),
    );

    // when / then
    expect(scenario.active(scenario.create({ amount: 5 }))).toEqual(['a']);
    expect(scenario.active(scenario.create({ amount: 10 }))).toEqual(['b']);
  });

  it('should take the default flow when no condition holds', async () => {
    // given
    const scenario = await Scenario.of(
      choice(
        '<exclusiveGateway id="gateway" default="gateway_b"/>',
        flow('gateway', 'a', '=amount < 10'),
        flow('gateway', 'b'),
      ),
    );

    // when / then
    expect(scenario.active(scenario.create({ amount: 11 }))).toEqual(['b']);
  });

  it('should take the true flow that stands last in the file', async () => {
    // given
    const scenario = await Scenario.of(
      choice(
        '<exclusiveGateway id="gateway"/>',
        flow('gateway', 'b', '=true'),
        flow('gateway', 'a', '=true'),
      ),
    );

    // when / then
    expect(scenario.active(scenario.create())).toEqual(['a']);
  });

  it('should raise an incident when no condition holds, and go on when it is resolved', async () => {
    // given
    const scenario = await Scenario.of(
      choice(
        '<exclusiveGateway id="gateway"/>',
        flow('gateway', 'a', '=amount < 10'),
        flow('gateway', 'b', '=amount > 10'),
      ),
    );

    // when
    const key = scenario.create({ amount: 10 });

    // then
    expect(scenario.incident()).toMatchObject({ code: 'condition_error', elementId: 'gateway' });

    // when
    scenario.send(key, {
      type: 'set_variables',
      scopeKey: key,
      variables: { amount: 11 },
      local: false,
    });
    scenario.resolveIncident();

    // then
    expect(scenario.active(key)).toEqual(['b']);
    expect(scenario.incidents.size).toBe(0);
  });

  it('should be strict: null is not false', async () => {
    // given
    const scenario = await Scenario.of(
      choice(
        '<exclusiveGateway id="gateway" default="gateway_b"/>',
        flow('gateway', 'a', '=missing'),
        flow('gateway', 'b'),
      ),
    );

    // when
    scenario.create();

    // then
    expect(scenario.incident().code).toBe('extract_value_error');
    expect(scenario.incident().message).toContain("to be 'BOOLEAN', but was 'NULL'");
    expect(scenario.incident().message).toContain('[NO_VARIABLE_FOUND]');
  });
});
