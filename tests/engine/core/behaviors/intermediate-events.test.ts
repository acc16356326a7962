import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, mappings, message, serviceTask, timer } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const between = (element: string) =>
  bpmn(
    `<startEvent id="start"/>${element}${serviceTask('after')}${flows('start > event > after')}`,
    message('m', '="answer-" + kind', '=caseId'),
  );

describe('intermediate events', () => {
  it('should wait for a message, whose name may be an expression', async () => {
    // given
    const scenario = await Scenario.of(
      between(
        '<intermediateCatchEvent id="event"><messageEventDefinition messageRef="m"/>' +
          '</intermediateCatchEvent>',
      ),
    );
    const key = scenario.create({ caseId: 'c1', kind: 'x' });

    // when / then
    scenario.publish('answer-x', 'c2');
    expect(scenario.active(key)).toEqual(['event']);
    scenario.publish('answer-x', 'c1', { text: 't' });
    expect(scenario.active(key)).toEqual(['after']);
    expect(scenario.variables(key)).toMatchObject({ text: 't' });
  });

  it('should map the variables of a message', async () => {
    // given
    const scenario = await Scenario.of(
      between(
        `<receiveTask id="event" messageRef="m"><extensionElements>${mappings([], ['=text -> said'])}` +
          '</extensionElements></receiveTask>',
      ),
    );
    const key = scenario.create({ caseId: 'c1', kind: 'x' });

    // when
    scenario.publish('answer-x', 'c1', { text: 't' });

    // then
    expect(scenario.variables(key)).toEqual({ caseId: 'c1', kind: 'x', said: 't' });
  });

  it('should wait for a duration, with its calendar part in the zone', async () => {
    // given
    const scenario = await Scenario.of(
      between(
        `<intermediateCatchEvent id="event">${timer('timeDuration', '=wait')}</intermediateCatchEvent>`,
      ),
    );
    const key = scenario.create({ wait: 'P3D' });

    // when / then
    scenario.advance(3 * 86_400_000 - 1);
    expect(scenario.active(key)).toEqual(['event']);
    scenario.advance(1);
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should fire at once by a date that has passed', async () => {
    // given
    const scenario = await Scenario.of(
      between(
        `<intermediateCatchEvent id="event">${timer('timeDate', '2026-01-01T00:00:00+08:00')}` +
          '</intermediateCatchEvent>',
      ),
    );
    const key = scenario.create();

    // when
    scenario.advance(0);

    // then
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should raise an incident for a text that is no duration', async () => {
    // given
    const scenario = await Scenario.of(
      between(
        `<intermediateCatchEvent id="event">${timer('timeDuration', '=wait')}</intermediateCatchEvent>`,
      ),
    );

    // when
    scenario.create({ wait: 'soon' });

    // then
    expect(scenario.incident().message).toContain('Invalid timer duration expression');
  });

  it('should pass a none throw event and make a message throw event a job', async () => {
    // given
    const none = await Scenario.of(between('<intermediateThrowEvent id="event"/>'));
    const throwing = await Scenario.of(
      between(
        '<intermediateThrowEvent id="event"><extensionElements><zeebe:taskDefinition type="send"/>' +
          '</extensionElements><messageEventDefinition messageRef="m"/></intermediateThrowEvent>',
      ),
    );

    // when / then
    expect(none.active(none.create())).toEqual(['after']);
    const key = throwing.create();
    expect(throwing.active(key)).toEqual(['event']);
    throwing.completeJob('event');
    expect(throwing.active(key)).toEqual(['after']);
  });
});
