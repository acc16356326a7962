import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, mappings, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const single = (task: string) =>
  bpmn(`<startEvent id="start"/>${task}${serviceTask('after')}${flows('start > task > after')}`);
const script = (extensions = '') =>
  single(
    '<scriptTask id="task"><extensionElements>' +
      `<zeebe:script expression="=a + b" resultVariable="sum"/>${extensions}</extensionElements></scriptTask>`,
  );
const rule = single(
  '<businessRuleTask id="task"><extensionElements>' +
    '<zeebe:calledDecision decisionId="=which" resultVariable="level"/></extensionElements></businessRuleTask>',
);

describe('script task', () => {
  it('should evaluate its expression into a variable', async () => {
    // given
    const scenario = await Scenario.of(script());

    // when
    const key = scenario.create({ a: 0.1, b: 0.2 });

    // then
    expect(scenario.variables(key)).toEqual({ a: 0.1, b: 0.2, sum: 0.3 });
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should keep its result local when there is an output mapping', async () => {
    // given
    const scenario = await Scenario.of(script(mappings([], ['=sum * 2 -> twice'])));

    // when
    const key = scenario.create({ a: 1, b: 2 });

    // then
    expect(scenario.variables(key)).toEqual({ a: 1, b: 2, twice: 6 });
  });
});

describe('business rule task', () => {
  it('should ask the decision engine with all visible variables', async () => {
    // given
    const scenario = await Scenario.of(rule);
    scenario.decide = (decisionId, variables) => ({
      ok: true,
      output: `${decisionId}:${variables.amount}`,
      details: [],
    });

    // when
    const key = scenario.create({ which: 'D_1', amount: 5 });

    // then
    expect(scenario.variables(key)).toMatchObject({ level: 'D_1:5' });
    expect(scenario.events).toContainEqual(
      expect.objectContaining({ type: 'decision_evaluated', decisionId: 'D_1', output: 'D_1:5' }),
    );
  });

  it('should raise an incident while there is no such decision', async () => {
    // given
    const scenario = await Scenario.of(rule);

    // when
    scenario.create({ which: 'D_1' });

    // then
    expect(scenario.incident().code).toBe('called_decision_error');
  });
});

describe('manual and undefined task', () => {
  it('should be passed', async () => {
    // given
    const manual = await Scenario.of(single('<manualTask id="task"/>'));
    const undefinedTask = await Scenario.of(single('<task id="task"/>'));

    // when / then
    expect(manual.active(manual.create())).toEqual(['after']);
    expect(undefinedTask.active(undefinedTask.create())).toEqual(['after']);
  });
});

describe('send task', () => {
  it('should be a job', async () => {
    // given
    const scenario = await Scenario.of(
      single(
        '<sendTask id="task"><extensionElements><zeebe:taskDefinition type="=kind" retries="=tries"/>' +
          '</extensionElements></sendTask>',
      ),
    );

    // when
    scenario.create({ kind: 'send', tries: 5 });

    // then
    expect(scenario.job('task')).toMatchObject({ jobType: 'send', retries: 5 });
  });
});
