import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

describe('parallel gateway', () => {
  it('should fork into all flows and join after all of them', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        '<startEvent id="start"/><parallelGateway id="fork"/><parallelGateway id="join"/>' +
          `${serviceTask('a')}${serviceTask('b')}${serviceTask('after')}` +
          flows('start > fork > a > join > after', 'fork > b > join'),
      ),
    );

    // when
    const key = scenario.create();

    // then
    expect(scenario.active(key)).toEqual(['a', 'b']);

    // when
    scenario.completeJob('a');

    // then
    expect(scenario.active(key)).toEqual(['b']);

    // when
    scenario.completeJob('b');

    // then
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should count flows, not tokens: a second token on one flow waits', async () => {
    // given: two tokens come over a_join, none over b_join
    const scenario = await Scenario.of(
      bpmn(
        '<startEvent id="start"/><parallelGateway id="fork"/><parallelGateway id="join"/>' +
          '<exclusiveGateway id="merge"/>' +
          `${serviceTask('a1')}${serviceTask('a2')}${serviceTask('b')}${serviceTask('after')}` +
          flows('start > fork > a1 > merge > join > after', 'fork > a2 > merge', 'fork > b > join'),
      ),
    );
    const key = scenario.create();

    // when
    scenario.completeJob('a1');
    scenario.completeJob('a2');

    // then
    expect(scenario.active(key)).toEqual(['b']);

    // when
    scenario.completeJob('b');

    // then: one round is done, the surplus token keeps the instance open
    expect(scenario.active(key)).toEqual(['after']);
    scenario.completeJob('after');
    expect(scenario.outcome(key)).toBeUndefined();
  });
});
