import { parseBpmn } from '../../../../engine/broker/parse.ts';
import type { ProcessGraph } from '../../../../engine/core/model/graph.ts';

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** A BPMN file around the elements of one process; `roots` stand beside it (messages, errors). */
export function bpmn(elements: string, roots = '', processId = 'process'): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?><definitions ${NAMESPACES} id="file" ` +
    `targetNamespace="test">${roots}<process id="${processId}" isExecutable="true">` +
    `${elements}</process></definitions>`
  );
}

/** Sequence flows along each path: `a > b > c` makes `a_b` and `b_c`. */
export function flows(...paths: readonly string[]): string {
  return paths
    .flatMap((path) => {
      const ids = path.split('>').map((id) => id.trim());
      return ids.slice(1).map((id, index) => flow(ids[index] ?? '', id));
    })
    .join('');
}

/** One sequence flow, with a condition if there is one. */
export function flow(source: string, target: string, condition?: string): string {
  const inner =
    condition === undefined
      ? ''
      : `<conditionExpression xsi:type="tFormalExpression">${escapeXml(condition)}</conditionExpression>`;
  return `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`;
}

/** A service task whose job type is its id. */
export function serviceTask(id: string, extensions = '', inner = ''): string {
  return (
    `<serviceTask id="${id}"><extensionElements><zeebe:taskDefinition type="${id}"/>` +
    `${extensions}</extensionElements>${inner}</serviceTask>`
  );
}

/** `zeebe:ioMapping` of `source -> target` lines; outputs stand after `---`. */
export function mappings(inputs: readonly string[], outputs: readonly string[] = []): string {
  const line = (tag: string) => (text: string) => {
    const [source = '', target = ''] = text.split('->').map((part) => part.trim());
    return `<zeebe:${tag} source="${escapeXml(source)}" target="${target}"/>`;
  };
  return (
    `<zeebe:ioMapping>${inputs.map(line('input')).join('')}` +
    `${outputs.map(line('output')).join('')}</zeebe:ioMapping>`
  );
}

/** A message with its subscription. */
export function message(id: string, name: string, correlationKey?: string): string {
  const subscription =
    correlationKey === undefined
      ? ''
      : `<extensionElements><zeebe:subscription correlationKey="${escapeXml(correlationKey)}"/></extensionElements>`;
  return `<message id="${id}" name="${escapeXml(name)}">${subscription}</message>`;
}

/** A timer definition for an event. */
export function timer(kind: 'timeDate' | 'timeDuration' | 'timeCycle', text: string): string {
  return (
    `<timerEventDefinition><${kind} xsi:type="tFormalExpression">` +
    `${escapeXml(text)}</${kind}></timerEventDefinition>`
  );
}

/** Parses a file that must be fine. */
export async function parseGraphs(xml: string): Promise<readonly ProcessGraph[]> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

/** Text as it stands in an attribute or an element. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
