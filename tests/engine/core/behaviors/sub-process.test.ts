import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, message, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const errors = '<error id="wrong" errorCode="WRONG"/><error id="other" errorCode="OTHER"/>';

describe('sub-process', () => {
  it('should complete when nothing is left inside', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        `<startEvent id="start"/><subProcess id="sub"><startEvent id="begin"/>${serviceTask('a')}` +
          `${serviceTask('b')}${flows('begin > a', 'begin > b')}</subProcess>${serviceTask('after')}` +
          flows('start > sub > after'),
      ),
    );
    const key = scenario.create();
    expect(scenario.active(key)).toEqual(['a', 'b', 'sub']);

    // when / then
    scenario.completeJob('a');
    expect(scenario.active(key)).toEqual(['b', 'sub']);
    scenario.completeJob('b');
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should end by a terminate end event, itself only', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        `<startEvent id="start"/><subProcess id="sub"><startEvent id="begin"/>${serviceTask('a')}` +
          `${serviceTask('b')}<endEvent id="stop"><terminateEventDefinition/></endEvent>` +
          `${flows('begin > a > stop', 'begin > b')}</subProcess>${serviceTask('after')}` +
          `${serviceTask('beside')}${flows('start > sub > after', 'start > beside')}`,
      ),
    );
    const key = scenario.create();

    // when
    scenario.completeJob('a');

    // then
    expect(scenario.active(key)).toEqual(['after', 'beside']);
    expect([...scenario.jobs.values()].map((job) => job.elementId).sort()).toEqual([
      'after',
      'beside',
    ]);
  });

  it('should open its boundary events when its start event completes', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        '<startEvent id="start"/><subProcess id="sub"><startEvent id="begin"><extensionElements>' +
          '<zeebe:ioMapping><zeebe:output source="=&quot;set&quot;" target="caseId"/></zeebe:ioMapping>' +
          `</extensionElements></startEvent>${serviceTask('a')}${flows('begin > a')}</subProcess>` +
          '<boundaryEvent id="event" attachedToRef="sub">' +
          '<messageEventDefinition messageRef="stop"/></boundaryEvent><endEvent id="end"/>' +
          flows('start > sub > end', 'event > end'),
        message('stop', 'stop', '=caseId'),
      ),
    );

    // when
    const key = scenario.create({ caseId: 'before' });

    // then
    expect([...scenario.subscriptions.values()][0]?.correlationKey).toBe('set');
    scenario.publish('stop', 'set');
    expect(scenario.outcome(key)).toBe('completed');
  });

  it('should let an exact error code go before any error, and errors pass outwards', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        `<startEvent id="start"/><subProcess id="sub"><startEvent id="begin"/>${serviceTask('a')}` +
          `${flows('begin > a')}</subProcess>` +
          '<boundaryEvent id="any" attachedToRef="sub"><errorEventDefinition/></boundaryEvent>' +
          '<boundaryEvent id="exact" attachedToRef="sub"><errorEventDefinition errorRef="wrong"/></boundaryEvent>' +
          `${serviceTask('on-any')}${serviceTask('on-exact')}` +
          flows('start > sub', 'any > on-any', 'exact > on-exact'),
        errors,
      ),
    );

    // when / then
    const first = scenario.create();
    scenario.throwError('a', 'WRONG');
    expect(scenario.active(first)).toEqual(['on-exact']);
    const second = scenario.create();
    scenario.throwError('a', 'OTHER');
    expect(scenario.active(second)).toEqual(['on-any']);
  });

  it('should pass an error end event to its boundary event', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        '<startEvent id="start"/><subProcess id="sub"><startEvent id="begin"/>' +
          '<endEvent id="fail"><errorEventDefinition errorRef="wrong"/></endEvent>' +
          `${flows('begin > fail')}</subProcess>${serviceTask('after')}` +
          '<boundaryEvent id="exact" attachedToRef="sub"><errorEventDefinition errorRef="wrong"/></boundaryEvent>' +
          flows('start > sub', 'exact > after'),
        errors,
      ),
    );

    // when / then
    expect(scenario.active(scenario.create())).toEqual(['after']);
  });
});
