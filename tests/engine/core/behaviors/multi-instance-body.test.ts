import { describe, expect, it } from '@jest/globals';
import { visibleDocument } from '../../../../engine/core/execution/lookup.ts';
import { bpmn, flows, serviceTask } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const model = (attributes: string, condition = '', sequential = false, task = '') => {
  const loop =
    `<multiInstanceLoopCharacteristics isSequential="${sequential}"><extensionElements>` +
    `<zeebe:loopCharacteristics ${attributes}/></extensionElements>${condition}` +
    '</multiInstanceLoopCharacteristics>';
  return bpmn(
    `<startEvent id="start"/>${serviceTask('work', task, loop)}${serviceTask('after')}` +
      flows('start > work > after'),
  );
};
const collecting =
  'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result"';
const enough = (condition: string) =>
  `<completionCondition xsi:type="tFormalExpression">${condition}</completionCondition>`;
const jobs = (scenario: Scenario) => [...scenario.jobs.values()];

describe('multi-instance body', () => {
  it('should run all instances side by side and collect results in input order', async () => {
    // given
    const scenario = await Scenario.of(model(collecting));
    const key = scenario.create({ items: ['a', 'b', 'c'] });
    expect(jobs(scenario)).toHaveLength(3);
    const locals = jobs(scenario).map((job) => scenario.local(key, job.elementInstanceKey));
    expect(locals[1]).toEqual({ item: 'b', loopCounter: 2, result: null });

    // when: the last one is done first
    for (const { jobKey, elementInstanceKey } of jobs(scenario).reverse()) {
      const { item = null } = scenario.local(key, elementInstanceKey);
      const variables = { result: `${item}!` };
      scenario.send(key, { type: 'complete_job', jobKey, variables });
    }

    // then
    expect(scenario.active(key)).toEqual(['after']);
    expect(scenario.variables(key)).toEqual({
      items: ['a', 'b', 'c'],
      results: ['a!', 'b!', 'c!'],
    });
  });

  it('should run one instance after another when it is sequential', async () => {
    // given
    const scenario = await Scenario.of(model(collecting, '', true));
    const key = scenario.create({ items: [1, 2] });

    // when / then
    expect(jobs(scenario)).toHaveLength(1);
    scenario.completeJob('work', { result: 10 });
    expect(jobs(scenario)).toHaveLength(1);
    const { elementInstanceKey } = scenario.job('work');
    expect(visibleDocument(scenario.state(key), elementInstanceKey)).toEqual({
      items: [1, 2],
      results: [10, null],
      loopCounter: 2,
      item: 2,
      result: null,
    });
    expect(visibleDocument(scenario.state(key), elementInstanceKey, ['item', 'none'])).toEqual({
      item: 2,
    });
    scenario.completeJob('work', { result: 20 });
    expect(scenario.variables(key)).toMatchObject({ results: [10, 20] });
  });

  it('should complete at once with an empty list', async () => {
    // given
    const scenario = await Scenario.of(model(collecting));

    // when
    const key = scenario.create({ items: [] });

    // then
    expect(scenario.active(key)).toEqual(['after']);
    expect(scenario.variables(key)).toEqual({ items: [], results: [] });
  });

  it('should stop the rest when the completion condition holds, with nulls for gaps', async () => {
    // given
    const scenario = await Scenario.of(
      model(collecting, enough('=numberOfCompletedInstances = 2 and numberOfActiveInstances = 1')),
    );
    const key = scenario.create({ items: [1, 2, 3] });
    const [first, , third] = jobs(scenario);

    // when
    for (const job of [first, third]) {
      const variables = { result: job?.jobKey ?? null };
      scenario.send(key, { type: 'complete_job', jobKey: job?.jobKey ?? '', variables });
    }

    // then
    expect(scenario.active(key)).toEqual(['after']);
    expect(scenario.variables(key).results).toEqual([first?.jobKey, null, third?.jobKey]);
    expect(jobs(scenario)).toHaveLength(1);
  });

  it('should raise an incident when the input collection is no list', async () => {
    // given
    const scenario = await Scenario.of(model(collecting));

    // when
    scenario.create({ items: 'a' });

    // then
    expect(scenario.incident().message).toContain("to be 'ARRAY', but was 'STRING'");
  });

  it('should repeat only the end of an instance whose result cannot be evaluated', async () => {
    // given
    const scenario = await Scenario.of(
      model('inputCollection="=items"', enough('=missing > 1'), true),
    );
    const key = scenario.create({ items: [1, 2] });
    scenario.completeJob('work');
    expect(scenario.incident().elementId).toBe('work');

    // when
    const variables = { missing: 0 };
    scenario.send(key, { type: 'set_variables', scopeKey: key, variables, local: false });
    scenario.resolveIncident();

    // then
    expect(jobs(scenario)).toHaveLength(1);
    scenario.completeJob('work');
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should create a large loop in chunks and refuse one that is too large', async () => {
    // given
    const scenario = await Scenario.of(model('inputCollection="=items"'));

    // when
    scenario.create({ items: Array.from({ length: 1201 }, (_, index) => index) });

    // then
    expect(jobs(scenario)).toHaveLength(1201);

    // when
    scenario.create({ items: Array.from({ length: 10_001 }, () => 0) });

    // then
    expect(scenario.incident().message).toContain('at most 10000 items');
  });

  it('should keep its boundary events at the body', async () => {
    // given
    const scenario = await Scenario.of(
      model(collecting).replace(
        '</process>',
        '<boundaryEvent id="event" attachedToRef="work"><errorEventDefinition/></boundaryEvent>' +
          `<endEvent id="failed"/>${flows('event > failed')}</process>`,
      ),
    );
    const key = scenario.create({ items: [1, 2] });
    const [job] = jobs(scenario);

    // when
    const error = { errorCode: 'E', errorMessage: '', variables: {} };
    scenario.send(key, { type: 'throw_job_error', jobKey: job?.jobKey ?? '', ...error });

    // then
    expect(scenario.outcome(key)).toBe('completed');
    expect(scenario.completed().at(-2)).toBe('failed');
  });
});
