import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, message, serviceTask, timer } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const model = bpmn(
  '<startEvent id="start"/><eventBasedGateway id="gateway"/>' +
    '<intermediateCatchEvent id="answer"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>' +
    `<intermediateCatchEvent id="late">${timer('timeDuration', '=wait')}</intermediateCatchEvent>` +
    `${serviceTask('on-answer')}${serviceTask('on-late')}` +
    flows('start > gateway > answer > on-answer', 'gateway > late > on-late'),
  message('m', 'answer', '=caseId'),
);

describe('event-based gateway', () => {
  it('should go on with the event that happens first, and close the others', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create({ caseId: 7, wait: 'PT1H' });
    expect(scenario.active(key)).toEqual(['gateway']);

    // when
    scenario.publish('answer', '7', { text: 't' });

    // then
    expect(scenario.active(key)).toEqual(['on-answer']);
    expect(scenario.completed()).toEqual(['start', 'gateway', 'answer']);
    expect(scenario.variables(key)).toMatchObject({ text: 't' });
    expect(scenario.timers.size + scenario.subscriptions.size).toBe(0);
  });

  it('should go on by its timer', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create({ caseId: 7, wait: 'PT1H' });

    // when
    scenario.advance(3_600_000);

    // then
    expect(scenario.active(key)).toEqual(['on-late']);
    expect(scenario.subscriptions.size).toBe(0);
  });

  it('should refuse a correlation key that is neither text nor number', async () => {
    // given
    const scenario = await Scenario.of(model);

    // when
    scenario.create({ caseId: true, wait: 'PT1H' });

    // then
    expect(scenario.incident().message).toBe(
      "Failed to extract the correlation key for 'caseId': " +
        "The value must be either a string or a number, but was 'BOOLEAN'.",
    );
    expect(scenario.timers.size).toBe(0);
  });
});
