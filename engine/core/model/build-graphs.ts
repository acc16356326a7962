import { problem, type Result, success } from '../records/result.ts';
import { type BuildContext, readFeel } from './build-context.ts';
import { buildElement, buildScope } from './build-element.ts';
import { buildMappings, buildMultiInstance } from './build-mappings.ts';
import type { ElementBase, GraphElement, ProcessGraph, SequenceFlow } from './graph.ts';
import type { DeploymentProblem } from './problem.ts';
import { childrenOf, flowElementsOf, type PlacedNode, type SourceNode } from './source.ts';

/** Builds a graph for each executable process of a file that has passed the checks. */
export function buildGraphs(
  definitions: SourceNode,
): Result<readonly ProcessGraph[], readonly DeploymentProblem[]> {
  const roots = childrenOf(definitions, 'rootElements');
  const context: BuildContext = {
    rootElements: new Map(roots.map((node) => [node.id ?? '', node])),
    problems: [],
  };
  const graphs = roots
    .filter(({ type, attributes }) => type === 'bpmn:Process' && attributes.isExecutable === 'true')
    .map((node) => buildGraph(node, context));
  return context.problems.length > 0 ? problem(context.problems) : success(graphs);
}

function buildGraph(process: SourceNode, context: BuildContext): ProcessGraph {
  const placed = flowElementsOf(process);
  const flows = buildFlows(process, context);
  const neighbors = findNeighbors(flows, placed);
  const root = buildScope(process, baseOf({ node: process, ancestors: [] }, neighbors));
  const elements = placed.flatMap((place) => {
    const base = {
      ...baseOf(place, neighbors),
      ...buildMappings(place.node, context),
      ...multiInstanceOf(place.node, context),
    };
    return buildElement(place.node, base, context) ?? [];
  });
  return Object.freeze({
    bpmnProcessId: root.id,
    ...(root.name === undefined ? {} : { name: root.name }),
    elements: new Map([root, ...elements].map((element) => [element.id, Object.freeze(element)])),
    flows: new Map(flows.map((flow) => [flow.id, Object.freeze(flow)])),
    ...startsOf(root.id, elements),
    inclusiveJoinIds: elements
      .filter(({ type, incoming }) => type === 'inclusive_gateway' && incoming.length > 1)
      .map(({ id }) => id),
  });
}

function buildFlows(process: SourceNode, context: BuildContext): readonly SequenceFlow[] {
  return documentOrder(process)
    .filter(({ type }) => type === 'bpmn:SequenceFlow')
    .map((node, order) => {
      const condition = childrenOf(node, 'conditionExpression')[0]?.body;
      const place = { node, tags: ['conditionExpression'] };
      return {
        id: node.id ?? '',
        sourceId: node.references.sourceRef ?? '',
        targetId: node.references.targetRef ?? '',
        order,
        ...(condition === undefined ? {} : { condition: readFeel(context, place, condition) }),
      };
    });
}

function documentOrder(scope: SourceNode): readonly SourceNode[] {
  return childrenOf(scope, 'flowElements').flatMap((node) => [node, ...documentOrder(node)]);
}

/** What leads to, from and is attached to each element, by its id. */
interface Neighbors {
  readonly incoming: ReadonlyMap<string, readonly string[]>;
  readonly outgoing: ReadonlyMap<string, readonly string[]>;
  readonly attached: ReadonlyMap<string, readonly string[]>;
}

function findNeighbors(flows: readonly SequenceFlow[], placed: readonly PlacedNode[]): Neighbors {
  const boundaries = placed.filter(({ node }) => node.references.attachedToRef !== undefined);
  return {
    incoming: groupIds(flows, (flow) => [flow.targetId, flow.id]),
    outgoing: groupIds(flows, (flow) => [flow.sourceId, flow.id]),
    attached: groupIds(boundaries, ({ node }) => [
      node.references.attachedToRef ?? '',
      node.id ?? '',
    ]),
  };
}

function groupIds<Item>(
  items: readonly Item[],
  pairOf: (item: Item) => readonly [key: string, id: string],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const [key, id] = pairOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [id]);
    else group.push(id);
  }
  return groups;
}

function baseOf({ node, ancestors }: PlacedNode, neighbors: Neighbors): ElementBase {
  const id = node.id ?? '';
  const scopeId = ancestors.at(-1)?.id;
  const { name } = node.attributes;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(scopeId === undefined ? {} : { scopeId }),
    incoming: neighbors.incoming.get(id) ?? [],
    outgoing: neighbors.outgoing.get(id) ?? [],
    inputs: [],
    outputs: [],
    boundaryEventIds: neighbors.attached.get(id) ?? [],
  };
}

function multiInstanceOf(node: SourceNode, context: BuildContext): Partial<ElementBase> {
  const multiInstance = buildMultiInstance(node, context);
  return multiInstance === undefined ? {} : { multiInstance };
}

/** The start events of the process that other things than CreateProcessInstance trigger. */
function startsOf(
  processId: string,
  elements: readonly GraphElement[],
): Pick<ProcessGraph, 'messageStarts' | 'timerStarts'> {
  const starts = elements.flatMap((element) =>
    element.type === 'start_event' && element.scopeId === processId ? [element] : [],
  );
  return {
    messageStarts: starts.flatMap(({ id, event }) =>
      event.type === 'message' ? [{ elementId: id, messageName: event.messageName.text }] : [],
    ),
    timerStarts: starts.flatMap(({ id, event }) =>
      event.type === 'timer' ? [{ elementId: id, timer: event.timer }] : [],
    ),
  };
}
