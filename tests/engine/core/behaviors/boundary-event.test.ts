import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, mappings, message, serviceTask, timer } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const around = (boundary: string, task = serviceTask('work')) =>
  bpmn(
    `<startEvent id="start"/>${task}${serviceTask('late')}<endEvent id="end"/>${boundary}` +
      flows('start > work > end', 'event > late'),
    `${message('stop', 'stop', '=caseId')}<error id="wrong" errorCode="WRONG"/>`,
  );
const boundary = (definition: string, attributes = '') =>
  `<boundaryEvent id="event" attachedToRef="work" ${attributes}>${definition}</boundaryEvent>`;
const onMessage = '<messageEventDefinition messageRef="stop"/>';
const onError = '<errorEventDefinition errorRef="wrong"/>';

describe('boundary event', () => {
  it('should interrupt its activity by a message and bring its variables along', async () => {
    // given
    const scenario = await Scenario.of(around(boundary(onMessage)));
    const key = scenario.create({ caseId: 'c1' });

    // when
    scenario.publish('stop', 'c1', { reason: 'r' });

    // then
    expect(scenario.active(key)).toEqual(['late']);
    expect(scenario.variables(key)).toEqual({ caseId: 'c1', reason: 'r' });
    expect(scenario.subscriptions.size).toBe(0);
  });

  it('should run beside its activity when it does not interrupt, once for each message', async () => {
    // given
    const scenario = await Scenario.of(around(boundary(onMessage, 'cancelActivity="false"')));
    const key = scenario.create({ caseId: 'c1' });

    // when
    scenario.publish('stop', 'c1');
    scenario.publish('stop', 'c1');

    // then
    expect(scenario.active(key)).toEqual(['late', 'late', 'work']);
    expect(scenario.subscriptions.size).toBe(1);
    scenario.completeJob('work');
    expect(scenario.subscriptions.size).toBe(0);
  });

  it('should read the correlation key outside the activity, and a timer inside', async () => {
    // given: the input mapping hides caseId and wait inside the activity
    const task = serviceTask('work', mappings(['="other" -> caseId', '="PT10S" -> wait']));
    const twice =
      boundary(onMessage) +
      `<boundaryEvent id="clock" attachedToRef="work">${timer('timeDuration', '=wait')}` +
      `</boundaryEvent>${flows('clock > late')}`;
    const scenario = await Scenario.of(around(twice, task));

    // when
    scenario.create({ caseId: 'c1', wait: 'PT1H' });

    // then
    expect([...scenario.subscriptions.values()][0]?.correlationKey).toBe('c1');
    expect([...scenario.timers.values()][0]?.dueAt).toBe(scenario.now + 10_000);
  });

  it('should interrupt its activity when a timer is due', async () => {
    // given
    const scenario = await Scenario.of(around(boundary(timer('timeDuration', 'PT1M'))));
    const key = scenario.create();

    // when / then
    scenario.advance(59_999);
    expect(scenario.active(key)).toEqual(['work']);
    scenario.advance(1);
    expect(scenario.active(key)).toEqual(['late']);
    expect(scenario.jobs.size).toBe(1);
  });

  it('should repeat a cycle from its last due date, as often as it says', async () => {
    // given
    const cycle = boundary(timer('timeCycle', 'R3/PT10S'), 'cancelActivity="false"');
    const scenario = await Scenario.of(around(cycle));
    const key = scenario.create();

    // when: the engine was down for a while
    scenario.advance(25_000);

    // then
    expect(scenario.active(key)).toEqual(['late', 'late', 'work']);
    expect([...scenario.timers.values()][0]?.dueAt).toBe(scenario.now + 5_000);
    scenario.advance(5_000);
    expect(scenario.active(key)).toEqual(['late', 'late', 'late', 'work']);
    expect(scenario.timers.size).toBe(0);
  });

  it('should catch a BPMN error and keep its variables local unless they are mapped', async () => {
    // given
    const scenario = await Scenario.of(
      around(
        boundary(
          `<extensionElements>${mappings([], ['=reason -> why'])}</extensionElements>${onError}`,
        ),
      ),
    );
    const key = scenario.create();

    // when
    scenario.throwError('work', 'WRONG', { reason: 'r', other: 1 });

    // then
    expect(scenario.active(key)).toEqual(['late']);
    expect(scenario.variables(key)).toEqual({ why: 'r' });
  });

  it('should drop the variables of a caught error without an output mapping', async () => {
    // given
    const scenario = await Scenario.of(around(boundary(onError)));
    const key = scenario.create();

    // when
    scenario.throwError('work', 'WRONG', { reason: 'r' });

    // then
    expect(scenario.variables(key)).toEqual({});
  });

  it('should delay its subscriptions by an incident in the job type', async () => {
    // given
    const task =
      '<serviceTask id="work"><extensionElements><zeebe:taskDefinition type="=kind"/>' +
      '</extensionElements></serviceTask>';
    const scenario = await Scenario.of(around(boundary(timer('timeDuration', 'PT1M')), task));
    const key = scenario.create();
    expect(scenario.timers.size).toBe(0);

    // when
    const variables = { kind: 'k' };
    scenario.send(key, { type: 'set_variables', scopeKey: key, variables, local: false });
    scenario.resolveIncident();

    // then
    expect(scenario.timers.size).toBe(1);
    expect(scenario.job('work').jobType).toBe('k');
  });
});
