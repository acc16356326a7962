import { describe, expect, it } from '@jest/globals';
import { bpmn, flow, flows, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const model = bpmn(
  '<startEvent id="start"/><inclusiveGateway id="fork" default="fork_c"/><inclusiveGateway id="join"/>' +
    `${serviceTask('a')}${serviceTask('b')}${serviceTask('c')}${serviceTask('after')}` +
    flows('start > fork', 'a > join', 'b > join', 'c > join', 'join > after') +
    flow('fork', 'a', '=a') +
    flow('fork', 'b', '=b') +
    flow('fork', 'c'),
);

describe('inclusive gateway', () => {
  it('should take every flow whose condition holds, and join exactly those', async () => {
    // given
    const scenario = await Scenario.of(model);

    // when
    const key = scenario.create({ a: true, b: true });

    // then
    expect(scenario.active(key)).toEqual(['a', 'b']);
    scenario.completeJob('a');
    expect(scenario.active(key)).toEqual(['b']);
    scenario.completeJob('b');
    expect(scenario.active(key)).toEqual(['after']);
    scenario.completeJob('after');
    expect(scenario.outcome(key)).toBe('completed');
  });

  it('should take the default flow when no condition holds', async () => {
    // given
    const scenario = await Scenario.of(model);

    // when / then
    expect(scenario.active(scenario.create({ a: false, b: false }))).toEqual(['c']);
  });

  it('should join when the token it waited for turns elsewhere', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        '<startEvent id="start"/><inclusiveGateway id="fork"/><inclusiveGateway id="join"/>' +
          '<exclusiveGateway id="turn" default="turn_out"/><endEvent id="out"/>' +
          `${serviceTask('a')}${serviceTask('b')}${serviceTask('after')}` +
          flows('start > fork', 'a > join', 'b > turn', 'turn > out', 'join > after') +
          flow('fork', 'a', '=true') +
          flow('fork', 'b', '=true') +
          flow('turn', 'join', '=false'),
      ),
    );
    const key = scenario.create();
    scenario.completeJob('a');
    expect(scenario.active(key)).toEqual(['b']);

    // when
    scenario.completeJob('b');

    // then
    expect(scenario.active(key)).toEqual(['after']);
  });
});
