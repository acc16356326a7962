import { type DeploymentProblem, problemAt } from '../problem.ts';
import { childrenOf, type SourceNode } from '../source.ts';
import { type Check, type CheckedFile, eventDefinitionsOf, isEventSubProcess } from './check.ts';

/**
 * What waits for events in one place waits for each only once: one message name, one error code
 * and one "any error" on one activity, in one scope and behind one gateway.
 */
export const uniqueEvents: Check = (file) =>
  file.processes.flatMap(({ root, placed, flows, nodes }) => {
    const all = placed.map(({ node }) => node);
    const scopes = [root, ...all].filter(({ children }) => children.flowElements !== undefined);
    const attached = all.map((host) => [
      host,
      all.filter(({ references }) => references.attachedToRef === host.id),
    ]);
    const handlers = scopes.map((scope) => [scope, handlerStartsOf(scope)]);
    const starts = [[root, processStartsOf(root)]];
    const gateways = all
      .filter(({ type }) => type === 'bpmn:EventBasedGateway')
      .map((gateway) => [gateway, targetsOf(gateway, flows, nodes)]);
    const places = [...attached, ...handlers, ...starts, ...gateways] as [
      SourceNode,
      readonly SourceNode[],
    ][];
    return places.flatMap(([place, events]) => findRepetitions(place, events, file));
  });

function handlerStartsOf(scope: SourceNode): readonly SourceNode[] {
  return childrenOf(scope, 'flowElements')
    .filter(isEventSubProcess)
    .flatMap((handler) => childrenOf(handler, 'flowElements'))
    .filter(({ type }) => type === 'bpmn:StartEvent');
}

function processStartsOf(root: SourceNode): readonly SourceNode[] {
  return childrenOf(root, 'flowElements').filter(({ type }) => type === 'bpmn:StartEvent');
}

function targetsOf(
  gateway: SourceNode,
  flows: readonly SourceNode[],
  nodes: ReadonlyMap<string, SourceNode>,
): readonly SourceNode[] {
  return flows
    .filter(({ references }) => references.sourceRef === gateway.id)
    .flatMap(({ references }) => nodes.get(references.targetRef ?? '') ?? []);
}

function findRepetitions(
  place: SourceNode,
  events: readonly SourceNode[],
  file: CheckedFile,
): readonly DeploymentProblem[] {
  const names = [
    ...(place.type === 'bpmn:ReceiveTask' ? [describe(place, place, file)] : []),
    ...events.map((event) => describe(event, eventDefinitionsOf(event)[0], file)),
  ].filter((name) => name !== undefined);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) =>
    problemAt(place, `Multiple events wait for ${name}, which is not allowed.`),
  );
}

function describe(
  event: SourceNode,
  definition: SourceNode | undefined,
  { rootElements }: CheckedFile,
): string | undefined {
  if (definition === undefined) return undefined;
  const message = rootElements.get(definition.references.messageRef ?? '');
  if (message !== undefined) return `the message with name '${message.attributes.name ?? ''}'`;
  if (definition.type !== 'bpmn:ErrorEventDefinition' || event.type === 'bpmn:EndEvent') {
    return undefined;
  }
  const code = rootElements.get(definition.references.errorRef ?? '')?.attributes.errorCode;
  return code ? `the error with code '${code}'` : 'any error';
}
