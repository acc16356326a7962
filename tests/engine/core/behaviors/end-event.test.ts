import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, message, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

describe('end event', () => {
  it('should be a job when it throws a message', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        '<startEvent id="start"/><endEvent id="tell"><extensionElements>' +
          '<zeebe:taskDefinition type="send"/></extensionElements>' +
          `<messageEventDefinition messageRef="m"/></endEvent>${flows('start > tell')}`,
        message('m', 'told'),
      ),
    );
    const key = scenario.create();

    // when
    scenario.completeJob('tell');

    // then
    expect(scenario.outcome(key)).toBe('completed');
  });

  it('should end the whole process by a terminate event, as completed', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        `<startEvent id="start"/>${serviceTask('a')}${serviceTask('b')}<endEvent id="stop">` +
          `<terminateEventDefinition/></endEvent>${flows('start > a > stop', 'start > b')}`,
      ),
    );
    const key = scenario.create();

    // when
    scenario.completeJob('a');

    // then
    expect(scenario.outcome(key)).toBe('completed');
    expect(scenario.jobs.size).toBe(0);
  });

  it('should raise an incident for an error that nothing catches', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        '<startEvent id="start"/><endEvent id="fail"><errorEventDefinition errorRef="e"/></endEvent>' +
          flows('start > fail'),
        '<error id="e" errorCode="=code"/>',
      ),
    );

    // when
    const key = scenario.create({ code: 'WRONG' });

    // then
    expect(scenario.incident()).toMatchObject({ code: 'unhandled_error_event', elementId: 'fail' });
    scenario.resolveIncident();
    expect(scenario.incidents.size).toBe(1);
    expect(scenario.active(key)).toEqual(['fail']);
  });
});
