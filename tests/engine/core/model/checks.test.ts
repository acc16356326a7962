import { describe, expect, it } from '@jest/globals';
import { parseBpmn } from '../../../../engine/broker/parse.ts';
import { bpmn, flow, flows, message, serviceTask, timer } from '../support/model.ts';

const start = '<startEvent id="start"/>';
const roots =
  `${message('m', 'm', '=k')}${message('bare', 'bare')}${message('dynamic', '=name', '=k')}` +
  '<error id="e" errorCode="E"/><error id="empty"/><error id="dynamic-error" errorCode="=c"/>' +
  '<signal id="signal" name="s"/>';
const onMessage = '<messageEventDefinition messageRef="m"/>';
const work = serviceTask('work');
const attached = (inner: string, attributes = '', out = true) =>
  `${start}${work}<boundaryEvent id="event" attachedToRef="work" ${attributes}>${inner}` +
  `</boundaryEvent><endEvent id="end"/>${flows('start > work')}${out ? flows('event > end') : ''}`;
const sub = (inner: string, attributes = '') =>
  `${start}<subProcess id="sub" ${attributes}>${inner}</subProcess>`;
const wait = (inner: string) =>
  `${start}<intermediateCatchEvent id="wait">${inner}</intermediateCatchEvent>${flows('start > wait')}`;
const task = (tag: string, extensions = '', inner = '') =>
  `${start}<${tag} id="task"><extensionElements>${extensions}</extensionElements>${inner}</${tag}>` +
  flows('start > task');
const loop = (attributes: string) =>
  task(
    'userTask',
    '',
    `<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics ${attributes}/>` +
      '</extensionElements></multiInstanceLoopCharacteristics>',
  );
const gateway = (...targets: readonly string[]) =>
  `${start}<eventBasedGateway id="gateway"/><intermediateCatchEvent id="a">${onMessage}` +
  `</intermediateCatchEvent><intermediateCatchEvent id="b">${timer('timeDuration', 'PT1S')}` +
  `</intermediateCatchEvent>${work}${flows('start > gateway')}` +
  targets.map((target) => flow('gateway', target)).join('');

/** Description, model, element that is named, part of the message. */
const refused: readonly (readonly [string, string, string, string])[] = [
  ['no start event', work, 'process', 'at least one start event'],
  ['two none start events', `${start}<startEvent id="other"/>`, 'process', 'Multiple none start'],
  [
    'an error start event of a process',
    '<startEvent id="start"><errorEventDefinition errorRef="e"/></startEvent>',
    'start',
    'none, message or timer',
  ],
  ['a flow into a start event', `${start}${work}${flows('work > start')}`, 'start', 'incoming'],
  [
    'a flow out of an end event',
    `${start}${work}<endEvent id="end"/>${flows('end > work')}`,
    'end',
    'outgoing',
  ],
  ['an element without id', `${start}<task/>`, 'task', 'Must have an id'],
  ['a complex gateway', `${start}<complexGateway id="gateway"/>`, 'gateway', "'complexGateway'"],
  ['a transaction', `${start}<transaction id="t"/>`, 't', "'transaction'"],
  [
    'a signal event',
    wait('<signalEventDefinition signalRef="signal"/>'),
    'wait > signalEventDefinition',
    'not supported',
  ],
  ['a catch event without definition', wait(''), 'wait', 'exactly one event definition'],
  ['two definitions', wait(onMessage + timer('timeDuration', 'PT1S')), 'wait', 'at most one'],
  [
    'a standard loop',
    task('task', '', '<standardLoopCharacteristics/>'),
    'task',
    'standardLoopCharacteristics',
  ],
  [
    'a native user task',
    task('userTask', '<zeebe:userTask/>'),
    'task > extensionElements > userTask',
    'Native',
  ],
  [
    'execution listeners',
    task('userTask', '<zeebe:executionListeners/>'),
    'task > extensionElements > executionListeners',
    'not supported',
  ],
  [
    'a form by id',
    task('userTask', '<zeebe:formDefinition formId="f"/>'),
    'task > extensionElements > formDefinition',
    'formId',
  ],
  [
    'a condition behind a task',
    `${start}${work}${flow('start', 'work', '=true')}`,
    'start_work',
    'only supported at',
  ],
  [
    'a flow across scopes',
    sub(`<startEvent id="begin"/><task id="inner"/>`) + flow('start', 'inner'),
    'start_inner',
    'of the scope',
  ],
  [
    'an undecided flow',
    `${start}<exclusiveGateway id="g"/>${work}<endEvent id="end"/>${flows('start > g > work', 'g > end')}`,
    'g_work',
    'condition or be default flow',
  ],
  [
    'a foreign default flow',
    `${start}<exclusiveGateway id="g" default="start_g"/>${work}${flows('start > g > work')}`,
    'g',
    'Default flow must start at gateway',
  ],
  ['a gateway with one event', gateway('a'), 'gateway', 'at least 2'],
  ['a gateway with a task behind it', gateway('a', 'work'), 'gateway', 'other elements'],
  [
    'a second way to an event',
    gateway('a', 'b') + flow('work', 'a'),
    'gateway',
    'additional incoming',
  ],
  ['a boundary event that leads nowhere', attached(onMessage, '', false), 'event', 'outgoing'],
  [
    'a flow into a boundary event',
    attached(onMessage) + flow('work', 'event'),
    'event',
    'incoming',
  ],
  [
    'an error boundary event that does not interrupt',
    attached('<errorEventDefinition errorRef="e"/>', 'cancelActivity="false"'),
    'event',
    'must be interrupting',
  ],
  [
    'an interrupting cycle',
    attached(timer('timeCycle', 'R/PT1S')),
    'event > timerEventDefinition',
    'cycle',
  ],
  [
    'a cycle in the flow',
    wait(timer('timeCycle', 'R/PT1S')),
    'wait > timerEventDefinition',
    'cycle',
  ],
  [
    'an empty timer',
    wait('<timerEventDefinition/>'),
    'wait > timerEventDefinition',
    'exactly one type',
  ],
  [
    'a static text that is no duration',
    wait(timer('timeDuration', 'soon')),
    'wait > timerEventDefinition',
    'Invalid timer',
  ],
  [
    'an event without message',
    wait('<messageEventDefinition/>'),
    'wait',
    'Must reference a message',
  ],
  [
    'a message without correlation key',
    wait('<messageEventDefinition messageRef="bare"/>'),
    'bare > extensionElements',
    'zeebe:subscription',
  ],
  [
    'a start message whose name is an expression',
    '<startEvent id="start"><messageEventDefinition messageRef="dynamic"/></startEvent>',
    'start',
    'constant message name',
  ],
  [
    'one message for two start events',
    `<startEvent id="start">${onMessage}</startEvent><startEvent id="b">${onMessage}</startEvent>`,
    'm',
    'more than one start event',
  ],
  [
    'a thrown error without code',
    `${start}<endEvent id="end"><errorEventDefinition errorRef="empty"/></endEvent>`,
    'end',
    'ErrorCode',
  ],
  [
    'a caught error whose code is an expression',
    attached('<errorEventDefinition errorRef="dynamic-error"/>'),
    'event',
    'not allowed to be an expression',
  ],
  [
    'the same message twice on one activity',
    attached(onMessage) +
      `<boundaryEvent id="twin" attachedToRef="work">${onMessage}</boundaryEvent>${flow('twin', 'end')}`,
    'work',
    "message with name 'm'",
  ],
  [
    'two catch-alls on one activity',
    attached('<errorEventDefinition/>') +
      `<boundaryEvent id="twin" attachedToRef="work"><errorEventDefinition/></boundaryEvent>${flow('twin', 'end')}`,
    'work',
    'any error',
  ],
  ['a sub-process without start', sub('<task id="inner"/>'), 'sub', 'exactly one start event'],
  [
    'a typed start in an embedded sub-process',
    sub(`<startEvent id="begin">${onMessage}</startEvent>`),
    'begin',
    'must be of type none',
  ],
  [
    'a none start in an event sub-process',
    sub('<startEvent id="begin"/>', 'triggeredByEvent="true"'),
    'begin',
    'must be one of',
  ],
  [
    'an error start that does not interrupt',
    sub(
      '<startEvent id="begin" isInterrupting="false"><errorEventDefinition/></startEvent>',
      'triggeredByEvent="true"',
    ),
    'begin',
    'Non-interrupting error',
  ],
  [
    'a flow to an event sub-process',
    sub(`<startEvent id="begin">${onMessage}</startEvent>`, 'triggeredByEvent="true"') +
      flow('start', 'sub'),
    'sub',
    'incoming or outgoing',
  ],
  ['a service task without type', task('serviceTask'), 'task', 'zeebe:taskDefinition'],
  [
    'an empty type',
    task('serviceTask', '<zeebe:taskDefinition type=""/>'),
    'task > extensionElements',
    "'type'",
  ],
  ['a script task with nothing', task('scriptTask'), 'task', "one 'zeebe:script' or one"],
  [
    'a script without variable',
    task('scriptTask', '<zeebe:script expression="=1"/>'),
    'task > extensionElements',
    "'resultVariable'",
  ],
  ['a business rule task with nothing', task('businessRuleTask'), 'task', "'zeebe:calledDecision'"],
  ['a receive task without message', task('receiveTask'), 'task', 'Must reference a message'],
  ['a call of nothing', task('callActivity'), 'task', 'zeebe:calledElement'],
  [
    'a call without process',
    task('callActivity', '<zeebe:calledElement/>'),
    'task > extensionElements > calledElement',
    "'processId'",
  ],
  ['a loop over nothing', loop(''), 'task > multiInstanceLoopCharacteristics', "'inputCollection'"],
  [
    'a result without value',
    loop('inputCollection="=a" outputCollection="b"'),
    'task > multiInstanceLoopCharacteristics',
    'together',
  ],
  [
    'a straight-through loop',
    `${start}<task id="a"/><exclusiveGateway id="b" default="b_a"/><endEvent id="end"/>` +
      `${flows('start > a > b > a')}${flow('b', 'end', '=done')}`,
    'process',
    'straight-through processing loop: a > b > a',
  ],
];

describe('deployment checks', () => {
  it.each(refused)('should refuse %s', async (_, elements, element, expected) => {
    // when
    const parsed = await parseBpmn(bpmn(elements, roots));

    // then
    const problems = parsed.ok ? [] : parsed.problem;
    expect(problems).toContainEqual({ element, message: expect.stringContaining(expected) });
  });

  it('should refuse a file without an executable process', async () => {
    // when
    const parsed = await parseBpmn(bpmn(start).replace('isExecutable="true"', ''));

    // then
    expect(parsed).toMatchObject({
      problem: [{ element: 'file', message: 'Must contain at least one executable process' }],
    });
  });

  it('should tell all problems of a file at once', async () => {
    // when
    const parsed = await parseBpmn(bpmn(`${start}<serviceTask id="a"/><callActivity id="b"/>`));

    // then
    expect(parsed.ok ? [] : parsed.problem.map(({ element }) => element)).toEqual(['a', 'b']);
  });

  it('should accept a loop in which something waits', async () => {
    // given
    const xml = bpmn(
      `${start}${work}<exclusiveGateway id="b" default="b_work"/><endEvent id="end"/>` +
        `${flows('start > work > b > work')}${flow('b', 'end', '=done')}`,
    );

    // when / then
    expect((await parseBpmn(xml)).ok).toBe(true);
  });
});
