import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, mappings, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const mapped = (inputs: readonly string[], outputs: readonly string[] = []) =>
  bpmn(
    `<startEvent id="start"/>${serviceTask('work', mappings(inputs, outputs))}${flows('start > work')}`,
  );

describe('mappings', () => {
  it('should evaluate inputs side by side: none sees the result of another', async () => {
    // given
    const scenario = await Scenario.of(mapped(['=1 -> a', '=a -> b']));

    // when
    const key = scenario.create({ a: 9 });

    // then
    expect(scenario.local(key, scenario.job('work').elementInstanceKey)).toEqual({ a: 1, b: 9 });
  });

  it('should take a static input as text, and a missing variable as null', async () => {
    // given
    const scenario = await Scenario.of(mapped(['12 -> text', '=missing -> nothing']));

    // when
    const key = scenario.create();

    // then
    expect(scenario.local(key, scenario.job('work').elementInstanceKey)).toEqual({
      text: '12',
      nothing: null,
    });
  });

  it('should build contexts from dotted inputs, and merge dotted outputs into variables', async () => {
    // given
    const scenario = await Scenario.of(
      mapped(['=1 -> in.a', '=2 -> in.b'], ['=r -> form.result', '=3 -> fresh.x.y']),
    );
    const key = scenario.create({ form: { kept: true } });
    expect(scenario.local(key, scenario.job('work').elementInstanceKey)).toEqual({
      in: { a: 1, b: 2 },
    });

    // when
    scenario.completeJob('work', { r: 5 });

    // then
    expect(scenario.variables(key)).toEqual({
      form: { kept: true, result: 5 },
      fresh: { x: { y: 3 } },
    });
  });
});
