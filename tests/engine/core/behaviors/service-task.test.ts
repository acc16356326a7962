import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, mappings, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const straight = (extensions = '') =>
  bpmn(
    `<startEvent id="start"/>${serviceTask('work', extensions)}<endEvent id="end"/>${flows('start > work > end')}`,
  );

describe('service task', () => {
  it('should wait until its job is completed', async () => {
    // given
    const scenario = await Scenario.of(straight());

    // when
    const key = scenario.create({ amount: 1 });

    // then
    expect(scenario.active(key)).toEqual(['work']);
    expect(scenario.job('work')).toMatchObject({
      jobType: 'work',
      retries: 3,
      customHeaders: {},
      bpmnProcessId: 'process',
      processDefinitionVersion: 1,
    });

    // when
    scenario.completeJob('work', { result: 2 });

    // then
    expect(scenario.outcome(key)).toBe('completed');
    expect(scenario.completed()).toEqual(['start', 'work', 'end', 'process']);
    expect(scenario.variables(key)).toEqual({ amount: 1, result: 2 });
  });

  it('should let only mapped results leave when there is an output mapping', async () => {
    // given
    const scenario = await Scenario.of(straight(mappings([], ['=result + 1 -> total'])));
    const key = scenario.create();

    // when
    scenario.completeJob('work', { result: 2 });

    // then
    expect(scenario.variables(key)).toEqual({ total: 3 });
  });

  it('should swallow a result that has the name of an input', async () => {
    // given
    const scenario = await Scenario.of(straight(mappings(['=amount -> value'])));
    const key = scenario.create({ amount: 1 });

    // when
    scenario.completeJob('work', { value: 2, other: 3 });

    // then
    expect(scenario.variables(key)).toEqual({ amount: 1, other: 3 });
  });

  it('should create a result at the root that equals the input of that name', async () => {
    // given
    const scenario = await Scenario.of(straight(mappings(['=amount -> value'])));
    const key = scenario.create({ amount: 1 });

    // when
    scenario.completeJob('work', { value: 1 });

    // then
    expect(scenario.variables(key)).toEqual({ amount: 1, value: 1 });
  });
});
