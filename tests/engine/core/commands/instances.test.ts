import { describe, expect, it } from '@jest/globals';
import { bpmn, flows, message, serviceTask, timer } from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const model = bpmn(
  '<startEvent id="start"/><parallelGateway id="fork"/><parallelGateway id="join"/>' +
    `${serviceTask('a1')}${serviceTask('a2')}${serviceTask('after')}<subProcess id="sub">` +
    `<startEvent id="begin"/>${serviceTask('b1')}${serviceTask('b2')}${flows('begin > b1 > b2')}` +
    '</subProcess><boundaryEvent id="late" attachedToRef="sub" cancelActivity="false">' +
    `${timer('timeDuration', 'PT1H')}</boundaryEvent><endEvent id="noted"/>` +
    flows('start > fork > a1 > a2 > join > after', 'fork > sub > join', 'late > noted'),
  message('m', 'm', '=caseId'),
);

describe('cancel instance', () => {
  it('should stop everything, bottom up, without output mappings', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();

    // when
    scenario.send(key, { type: 'cancel_instance' });

    // then
    expect(scenario.outcome(key)).toBe('terminated');
    expect(scenario.jobs.size + scenario.timers.size).toBe(0);
    const ended = scenario.events.flatMap((event) =>
      event.type === 'element_terminated' ? [event.elementId] : [],
    );
    expect(ended).toEqual(['a1', 'b1', 'sub', 'process']);
    expect(scenario.trySend(key, { type: 'cancel_instance' })?.code).toBe('not_found');
  });
});

describe('set variables', () => {
  it('should set where a name exists, and create at the root what no scope has', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create({ x: 1 });
    const scopeKey = scenario.elementKey(key, 'sub');
    const set = { type: 'set_variables', scopeKey } as const;

    // when
    scenario.send(key, { ...set, variables: { y: 1 }, local: true });
    scenario.send(key, { ...set, variables: { x: 2, y: 2, z: 2 }, local: false });

    // then
    expect(scenario.local(key, scopeKey)).toEqual({ y: 2 });
    expect(scenario.variables(key)).toEqual({ x: 2, z: 2 });
    expect(scenario.trySend(key, { ...set, scopeKey: '0', variables: {}, local: true })?.code).toBe(
      'not_found',
    );
  });
});

describe('start elements', () => {
  it('should begin at the given elements, with the scopes above and their events', async () => {
    // given
    const scenario = await Scenario.of(model);

    // when
    const key = scenario.create(
      { caseId: 'c1' },
      { origin: { type: 'command', startElementIds: ['b2', 'a2'] } },
    );

    // then
    expect(scenario.active(key)).toEqual(['a2', 'b2', 'sub']);
    expect(scenario.timers.size).toBe(1);
    scenario.completeJob('a2');
    scenario.completeJob('b2');
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should refuse elements that no token can be put on', async () => {
    // given
    const scenario = await Scenario.of(model);
    const create = (id: string) => () =>
      scenario.create({}, { origin: { type: 'command', startElementIds: [id] } });

    // when / then
    expect(create('nowhere')).toThrow('invalid_argument: Expected to create instance');
    expect(create('start')).toThrow('START_EVENT');
    expect(create('late')).toThrow('BOUNDARY_EVENT');
  });
});

describe('modify instance', () => {
  it('should go back inside one branch while the other waits at the join', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    scenario.completeJob('a1');
    scenario.completeJob('b1');
    scenario.completeJob('b2');

    // when
    scenario.send(key, {
      type: 'modify_instance',
      activate: [{ elementId: 'a1', variableInstructions: [{ variables: { again: true } }] }],
      terminate: [{ elementInstanceKey: scenario.job('a2').elementInstanceKey }],
    });

    // then
    expect(scenario.active(key)).toEqual(['a1']);
    expect(scenario.variables(key)).toEqual({ again: true });
    scenario.completeJob('a1');
    scenario.completeJob('a2');
    expect(scenario.active(key)).toEqual(['after']);
  });

  it('should stop scopes that are left empty, up to the instance', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();
    const keys = ['a1', 'b1'].map((id) => scenario.job(id).elementInstanceKey);

    // when
    scenario.send(key, {
      type: 'modify_instance',
      activate: [],
      terminate: keys.map((elementInstanceKey) => ({ elementInstanceKey })),
    });

    // then
    expect(scenario.outcome(key)).toBe('terminated');
  });

  it('should refuse what is not there', async () => {
    // given
    const scenario = await Scenario.of(model);
    const key = scenario.create();

    // when / then
    const modify = { type: 'modify_instance', activate: [], terminate: [] } as const;
    expect(scenario.trySend(key, modify)).toBeUndefined();
    const unknown = { ...modify, activate: [{ elementId: 'nowhere' }] };
    expect(scenario.trySend(key, unknown)?.code).toBe('invalid_argument');
    const ended = { ...modify, terminate: [{ elementInstanceKey: '0' }] };
    expect(scenario.trySend(key, ended)?.code).toBe('invalid_argument');
  });
});
