import { describe, expect, it } from '@jest/globals';
import {
  bpmn,
  flows,
  mappings,
  message,
  parseGraphs,
  serviceTask,
  timer,
} from '../support/model.ts';
import { Scenario } from '../support/scenario.ts';

const byMessage = (extensions = '') =>
  bpmn(
    `<startEvent id="start"><extensionElements>${extensions}</extensionElements>` +
      '<messageEventDefinition messageRef="m"/></startEvent>' +
      `<startEvent id="plain"/>${serviceTask('work')}${flows('start > work', 'plain > work')}`,
    message('m', 'process.start'),
  );
const origin = {
  type: 'message',
  startElementId: 'start',
  messageKey: '99',
  messageName: 'process.start',
  correlationKey: 'c1',
} as const;

describe('start event', () => {
  it('should begin at the none start event', async () => {
    // given
    const scenario = await Scenario.of(byMessage());

    // when
    scenario.create();

    // then
    expect(scenario.completed()).toEqual(['plain']);
  });

  it('should bring the variables of a message to the process', async () => {
    // given
    const scenario = await Scenario.of(byMessage());

    // when
    const key = scenario.create({ caseId: 'c1' }, { origin });

    // then
    expect(scenario.completed()).toEqual(['start']);
    expect(scenario.variables(key)).toEqual({ caseId: 'c1' });
  });

  it('should keep the variables of a message when it maps them', async () => {
    // given
    const scenario = await Scenario.of(byMessage(mappings([], ['=caseId -> id'])));

    // when
    const key = scenario.create({ caseId: 'c1', more: 1 }, { origin });

    // then
    expect(scenario.variables(key)).toEqual({ id: 'c1' });
  });

  it('should tell the shell of message and timer starts', async () => {
    // given / when
    const [graph] = await parseGraphs(
      bpmn(
        '<startEvent id="a"><messageEventDefinition messageRef="m"/></startEvent>' +
          `<startEvent id="b">${timer('timeCycle', '0 0 8 * * MON-FRI')}</startEvent>` +
          `${serviceTask('work')}${flows('a > work', 'b > work')}`,
        message('m', 'go'),
      ),
    );

    // then
    expect(graph?.messageStarts).toEqual([{ elementId: 'a', messageName: 'go' }]);
    expect(graph?.timerStarts).toMatchObject([{ elementId: 'b', timer: { kind: 'cycle' } }]);
  });

  it('should refuse to begin without a none start event', async () => {
    // given
    const scenario = await Scenario.of(
      bpmn(
        '<startEvent id="a"><messageEventDefinition messageRef="m"/></startEvent>',
        message('m', 'go'),
      ),
    );

    // when / then
    expect(() => scenario.create()).toThrow(
      'invalid_state: Expected to create instance of process with none start event',
    );
  });
});
