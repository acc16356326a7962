import { describe, expect, it } from '@jest/globals';
import { bpmn, flows } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const model = (extensions: string) =>
  bpmn(
    `<startEvent id="start"/><userTask id="decide"><extensionElements>${extensions}` +
      `</extensionElements></userTask>${flows('start > decide')}`,
  );

describe('user task', () => {
  it('should be a job with reserved headers beside its own', async () => {
    // given
    const scenario = await Scenario.of(
      model(
        '<zeebe:assignmentDefinition assignee="=who" candidateGroups="town:SOC.relief, county:CIV"/>' +
          '<zeebe:formDefinition formKey="tr-f3:1"/>' +
          '<zeebe:taskSchedule dueDate="=due"/>' +
          '<zeebe:taskHeaders><zeebe:header key="act" value="accept"/></zeebe:taskHeaders>',
      ),
    );

    // when
    scenario.create({ who: 'first', due: '2026-03-05T10:00:00Z' });

    // then
    expect(scenario.job('decide')).toMatchObject({
      jobType: 'io.camunda.zeebe:userTask',
      retries: 1,
      customHeaders: {
        act: 'accept',
        'io.camunda.zeebe:assignee': 'first',
        'io.camunda.zeebe:candidateGroups': '["town:SOC.relief","county:CIV"]',
        'io.camunda.zeebe:dueDate': '2026-03-05T10:00:00Z',
        'io.camunda.zeebe:formKey': 'tr-f3:1',
      },
    });
  });

  it('should take candidate groups from a list', async () => {
    // given
    const scenario = await Scenario.of(
      model('<zeebe:assignmentDefinition candidateGroups="=groups"/>'),
    );

    // when
    const key = scenario.create({ groups: ['a', 'b'] });

    // then
    expect(scenario.job('decide').customHeaders).toEqual({
      'io.camunda.zeebe:candidateGroups': '["a","b"]',
    });
    scenario.completeJob('decide', { action: 'agree' });
    expect(scenario.variables(key)).toEqual({ groups: ['a', 'b'], action: 'agree' });
  });

  it('should raise an incident when candidate groups are no list of texts', async () => {
    // given
    const scenario = await Scenario.of(
      model('<zeebe:assignmentDefinition candidateGroups="=groups"/>'),
    );

    // when
    scenario.create({ groups: 1 });

    // then
    expect(scenario.incident().code).toBe('extract_value_error');
    expect(scenario.jobs.size).toBe(0);
  });
});
