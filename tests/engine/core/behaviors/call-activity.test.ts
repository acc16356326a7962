import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, mappings, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const errors = '<error id="wrong" errorCode="WRONG"/>';
const parent = (called: string, more = '') =>
  bpmn(
    `<startEvent id="start"/><callActivity id="call"><extensionElements>${called}` +
      `</extensionElements></callActivity>${serviceTask('after')}${flows('start > call > after')}${more}`,
    errors,
  );
const child = bpmn(
  `<startEvent id="begin"/>${serviceTask('work')}${flows('begin > work')}`,
  '',
  'child',
);
const calls = '<zeebe:calledElement processId="child"/>';
const caught =
  '<boundaryEvent id="event" attachedToRef="call"><errorEventDefinition errorRef="wrong"/>' +
  `</boundaryEvent>${serviceTask('repair')}${flows('event > repair')}`;

describe('call activity', () => {
  it('should give the child all variables and take back its results', async () => {
    // given
    const scenario = await Scenario.of(parent(calls), child);
    const key = scenario.create({ caseId: 'c1' });
    const childKey = scenario.job('work').processInstanceKey;
    expect(scenario.variables(childKey)).toEqual({ caseId: 'c1' });

    // when
    scenario.completeJob('work', { result: 1 });

    // then
    expect(scenario.outcome(childKey)).toBe('completed');
    expect(scenario.active(key)).toEqual(['after']);
    expect(scenario.variables(key)).toEqual({ caseId: 'c1', result: 1 });
  });

  it('should give the child only what is mapped, and let only mapped results leave', async () => {
    // given
    const called =
      '<zeebe:calledElement processId="=which" propagateAllParentVariables="false" ' +
      'propagateAllChildVariables="false"/>';
    const scenario = await Scenario.of(
      parent(called + mappings(['=caseId -> id'], ['=result -> total'])),
      child,
    );
    const key = scenario.create({ caseId: 'c1', which: 'child' });
    expect(scenario.variables(scenario.job('work').processInstanceKey)).toEqual({ id: 'c1' });

    // when
    scenario.completeJob('work', { result: 1 });

    // then
    expect(scenario.variables(key)).toEqual({ caseId: 'c1', which: 'child', total: 1 });
  });

  it('should raise an incident while the process is unknown', async () => {
    // given
    const scenario = await Scenario.of(parent('<zeebe:calledElement processId="nowhere"/>'));

    // when
    scenario.create();

    // then
    expect(scenario.incident()).toMatchObject({
      code: 'called_element_error',
      message: "Expected process with BPMN process id 'nowhere' to be deployed, but not found.",
    });
  });

  it('should raise an incident when the child has no none start event', async () => {
    // given
    const messageStart =
      '<startEvent id="begin"><messageEventDefinition messageRef="m"/></startEvent>';
    const scenario = await Scenario.of(
      parent(calls),
      bpmn(messageStart, '<message id="m" name="m"/>', 'child'),
    );

    // when
    scenario.create();

    // then
    expect(scenario.incident().code).toBe('called_element_error');
    scenario.resolveIncident();
    expect(scenario.incidents.size).toBe(1);
  });

  it('should stop the child when it is stopped, and end after it', async () => {
    // given
    const scenario = await Scenario.of(parent(calls), child);
    const key = scenario.create();
    const childKey = scenario.job('work').processInstanceKey;

    // when
    scenario.send(key, { type: 'cancel_instance' });

    // then
    expect([scenario.outcome(childKey), scenario.outcome(key)]).toEqual([
      'terminated',
      'terminated',
    ]);
    expect(scenario.jobs.size).toBe(0);
  });

  it('should not let a child be cancelled by itself', async () => {
    // given
    const scenario = await Scenario.of(parent(calls), child);
    const key = scenario.create();
    const childKey = scenario.job('work').processInstanceKey;

    // when
    const rejection = scenario.trySend(childKey, { type: 'cancel_instance' });

    // then
    expect(rejection?.code).toBe('invalid_state');
    expect(rejection?.message).toContain(`Cancel the root process instance '${key}' instead.`);
  });

  it('should catch an error that the child does not', async () => {
    // given
    const scenario = await Scenario.of(parent(calls, caught), child);
    const key = scenario.create();
    const childKey = scenario.job('work').processInstanceKey;

    // when
    scenario.throwError('work', 'WRONG');

    // then
    expect(scenario.active(key)).toEqual(['repair']);
    expect(scenario.outcome(childKey)).toBe('terminated');
  });

  it('should leave the incident of an uncaught error with the thrower', async () => {
    // given
    const scenario = await Scenario.of(parent(calls, caught), child);
    const key = scenario.create();

    // when
    scenario.throwError('work', 'ELSE');

    // then
    expect(scenario.incident()).toMatchObject({
      code: 'unhandled_error_event',
      elementId: 'work',
      message:
        "Expected to throw an error event with the code 'ELSE', but it was not caught. " +
        'Available error events are [WRONG]',
    });
    expect(scenario.active(key)).toEqual(['call']);
    scenario.resolveIncident();
    scenario.completeJob('work');
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should stop a process that calls itself without end', async () => {
    // given
    const scenario = await Scenario.of(parent('<zeebe:calledElement processId="process"/>'));

    // when
    scenario.create();

    // then
    expect(scenario.incident().message).toContain('at most 50 call activities');
    expect(scenario.states.size).toBe(51);
  });
});
