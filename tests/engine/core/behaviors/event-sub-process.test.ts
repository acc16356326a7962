import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, message, serviceTask, timer } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const handler = (definition: string, attributes = '', id = 'handler') =>
  `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}-begin" ${attributes}>` +
  `${definition}</startEvent>${serviceTask(`${id}-work`)}` +
  `${flows(`${id}-begin > ${id}-work`)}</subProcess>`;
const process = (...handlers: readonly string[]) =>
  bpmn(
    `<startEvent id="start"/>${serviceTask('a')}${serviceTask('b')}` +
      `${flows('start > a', 'start > b')}${handlers.join('')}`,
    `${message('stop', 'stop', '=caseId')}${message('note', 'note', '=caseId')}` +
      '<error id="wrong" errorCode="WRONG"/>',
  );
const onStop = '<messageEventDefinition messageRef="stop"/>';
const onNote = '<messageEventDefinition messageRef="note"/>';

describe('event sub-process', () => {
  it('should stop everything else in its scope first, then start', async () => {
    // given
    const scenario = await Scenario.of(process(handler(onStop)));
    const key = scenario.create({ caseId: 'c1' });

    // when
    scenario.publish('stop', 'c1', { reason: 'r' });

    // then
    expect(scenario.active(key)).toEqual(['handler', 'handler-work']);
    expect(scenario.variables(key)).toEqual({ caseId: 'c1', reason: 'r' });
    scenario.completeJob('handler-work');
    expect(scenario.outcome(key)).toBe('completed');
  });

  it('should run beside its scope when it does not interrupt', async () => {
    // given
    const scenario = await Scenario.of(process(handler(onNote, 'isInterrupting="false"')));
    const key = scenario.create({ caseId: 'c1' });

    // when
    scenario.publish('note', 'c1');
    scenario.publish('note', 'c1');

    // then
    expect(scenario.active(key)).toEqual([
      'a',
      'b',
      'handler',
      'handler',
      'handler-work',
      'handler-work',
    ]);
  });

  it('should not be triggered in a scope that another one has interrupted', async () => {
    // given
    const scenario = await Scenario.of(
      process(handler(onStop), handler(onNote, 'isInterrupting="false"', 'soft')),
    );
    scenario.create({ caseId: 'c1' });

    // when
    scenario.publish('stop', 'c1');

    // then
    expect(scenario.subscriptions.size).toBe(0);
  });

  it('should catch a BPMN error of its scope', async () => {
    // given
    const scenario = await Scenario.of(
      process(handler('<errorEventDefinition errorRef="wrong"/>')),
    );
    const key = scenario.create();

    // when
    scenario.throwError('a', 'WRONG', { reason: 'r' });

    // then: its start event lets the variables out, unlike a boundary event
    expect(scenario.active(key)).toEqual(['handler', 'handler-work']);
    expect(scenario.variables(key)).toEqual({ reason: 'r' });
  });

  it('should not start when its scope is stopped while it waits for a child', async () => {
    // given: the handler waits for the end of the called instance
    const inner =
      '<startEvent id="begin"/><callActivity id="call"><extensionElements>' +
      '<zeebe:calledElement processId="child"/></extensionElements></callActivity>';
    const scenario = await Scenario.of(
      bpmn(
        `<startEvent id="start"/><subProcess id="sub">${inner}${handler(onStop)}` +
          `${flows('begin > call')}</subProcess><boundaryEvent id="late" attachedToRef="sub">` +
          `${timer('timeDuration', 'PT1M')}</boundaryEvent>${serviceTask('after')}` +
          flows('start > sub', 'late > after'),
        message('stop', 'stop', '=caseId'),
      ),
      bpmn(`<startEvent id="s"/>${serviceTask('w')}${flows('s > w')}`, '', 'child'),
    );
    const key = scenario.create({ caseId: 'c1' });
    const [subscriptionKey = ''] = scenario.subscriptions.keys();
    const correlate = { type: 'correlate_message', subscriptionKey, messageKey: '99' } as const;
    const [stopChild] = scenario.sendAlone(key, { ...correlate, variables: {} });

    // when
    scenario.advance(60_000);
    scenario.send(stopChild?.processInstanceKey ?? '', { type: 'terminate_child' });

    // then
    expect(scenario.active(key)).toEqual(['after']);
    expect(scenario.completed()).not.toContain('handler-begin');
  });

  it('should start again and again by a cycle', async () => {
    // given
    const scenario = await Scenario.of(
      process(handler(timer('timeCycle', 'R/PT1H'), 'isInterrupting="false"')),
    );
    const key = scenario.create();

    // when
    scenario.advance(3 * 3_600_000);

    // then
    expect(scenario.active(key).filter((id) => id === 'handler')).toHaveLength(3);
    expect(scenario.timers.size).toBe(1);
  });
});
