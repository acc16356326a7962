import { describe, expect, it } from '@jest/globals';
import { parseBpmn } from '../../../engine/broker/parse.ts';
import { describeProblems } from '../../../engine/core/model/problem.ts';
import { bpmn, flows, mappings, serviceTask } from '../core/support/model.ts';

const fine = bpmn(
  `<startEvent id="start"/>${serviceTask('work')}<endEvent id="end"/>${flows('start > work > end')}`,
);

async function problemsOf(xml: string): Promise<string> {
  const parsed = await parseBpmn(xml);
  return parsed.ok ? '' : describeProblems('file.bpmn', parsed.problem);
}

describe('parse', () => {
  it('should make a frozen graph of each executable process', async () => {
    // given
    const xml = fine
      .replace(
        '</definitions>',
        '<process id="other" isExecutable="true"><startEvent id="s2"/></process></definitions>',
      )
      .replace('</definitions>', '<process id="drawn" isExecutable="false"/></definitions>');

    // when
    const parsed = await parseBpmn(xml);

    // then
    const graphs = parsed.ok ? parsed.value : [];
    expect(graphs.map(({ bpmnProcessId }) => bpmnProcessId)).toEqual(['process', 'other']);
    expect(graphs[0]?.elements.get('work')).toMatchObject({
      type: 'service_task',
      scopeId: 'process',
      incoming: ['start_work'],
      outgoing: ['work_end'],
    });
    expect(Object.isFrozen(graphs[0]?.elements.get('work'))).toBe(true);
  });

  it('should ignore drawings, lanes, annotations and foreign extensions', async () => {
    // given
    const xml = fine.replace(
      '<startEvent id="start"/>',
      '<laneSet id="lanes"><lane id="lane"><flowNodeRef>work</flowNodeRef></lane></laneSet>' +
        '<extensionElements><x:y xmlns:x="urn:x"/></extensionElements>' +
        '<startEvent id="start"/><textAnnotation id="note"><text>t</text></textAnnotation>' +
        '<dataObjectReference id="d"/>',
    );

    // when / then
    expect(
      await problemsOf(xml.replace(/<extensionElements><x:y[^>]*><\/extensionElements>/, '')),
    ).toBe('');
  });

  it.each([
    ['a DOCTYPE', fine.replace('?><', '?><!DOCTYPE definitions><'), 'Expected no DOCTYPE'],
    ['what is not XML', 'hello', 'missing start tag'],
    ['XML that does not end', fine.replace('</process>', ''), 'unparsable content'],
    ['a duplicate id', fine.replace('id="end"', 'id="work"'), 'duplicate ID <work>'],
    [
      'an unknown attribute',
      fine.replace('id="end"', 'id="end" colour="red"'),
      'unknown attribute',
    ],
    ['an unknown element', fine.replace('<endEvent id="end"/>', '<finish id="end"/>'), 'Finish'],
    ['a flow to nowhere', fine.replace('targetRef="end"', 'targetRef="nowhere"'), 'nowhere'],
    ['a file that is too large', `${fine}${' '.repeat(2 * 1024 * 1024)}`, 'at most 2097152 bytes'],
  ])('should refuse %s', async (_, xml, expected) => {
    expect(await problemsOf(xml)).toContain(expected);
  });

  it('should refuse sub-processes that are nested too deeply, without falling over', async () => {
    // given
    const open = (count: number) =>
      Array.from({ length: count }, (_, index) => `<subProcess id="s${index}">`).join('');
    const nested = (count: number) => bpmn(open(count) + '</subProcess>'.repeat(count));

    // when / then
    expect(await problemsOf(nested(51))).toContain('at most 50 nested sub-processes');
    expect(await problemsOf(nested(20_000))).toContain('at most 50 nested sub-processes');
  });

  it('should refuse more elements than the engine is made for', async () => {
    // given
    const tasks = Array.from({ length: 5000 }, (_, index) => `<task id="t${index}"/>`).join('');

    // when / then
    expect(await problemsOf(bpmn(`<startEvent id="start"/>${tasks}`))).toContain(
      'Expected at most 5000 elements, but there are 5001',
    );
  });

  it('should name the element and the place of a problem as Zeebe does', async () => {
    // given
    const xml = bpmn(`<startEvent id="start"/><serviceTask id="work"/>${flows('start > work')}`);

    // when / then
    expect(await problemsOf(xml)).toBe(
      "'file.bpmn': - Element: work\n" +
        "    - ERROR: Must have exactly one 'zeebe:taskDefinition' extension element\n",
    );
  });

  it.each([
    ['an expression that is not FEEL', mappings(['=a + -> x']), 'failed to parse expression'],
    [
      'a static output',
      mappings([], ['text -> x']),
      "Expected expression but found static value 'text'",
    ],
    ['a Chinese target', mappings(['=a -> 金额']), "Expected path expression '金额'"],
    ['a reserved target', mappings(['=a -> x.null']), 'reserved word'],
    [
      'an expression that is too long',
      mappings([`=${'a+'.repeat(2100)}a -> x`]),
      'at most 4096 bytes',
    ],
    [
      'a reserved header',
      '<zeebe:taskHeaders><zeebe:header key="io.camunda.zeebe:assignee" value="x"/></zeebe:taskHeaders>',
      'io.camunda.zeebe:',
    ],
    [
      'the same header twice',
      '<zeebe:taskHeaders><zeebe:header key="a" value="x"/><zeebe:header key="a" value="y"/></zeebe:taskHeaders>',
      'unique',
    ],
  ])('should refuse %s', async (_, extensions, expected) => {
    const xml = bpmn(
      `<startEvent id="start"/>${serviceTask('work', extensions)}${flows('start > work')}`,
    );
    expect(await problemsOf(xml)).toContain(expected);
  });
});
