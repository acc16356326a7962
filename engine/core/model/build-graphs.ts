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
  const root = buildScope(process, {
    ...baseOf({ node: process, ancestors: [] }, flows, []),
    inputs: [],
    outputs: [],
  });
  const elements = placed.flatMap((place) => {
    const base = {
      ...baseOf(place, flows, placed),
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

function baseOf(
  { node, ancestors }: PlacedNode,
  flows: readonly SequenceFlow[],
  placed: readonly PlacedNode[],
): ElementBase {
  const id = node.id ?? '';
  const scopeId = ancestors.at(-1)?.id;
  const { name } = node.attributes;
  const attached = placed.filter((place) => place.node.references.attachedToRef === id);
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(scopeId === undefined ? {} : { scopeId }),
    incoming: flows.filter(({ targetId }) => targetId === id).map((flow) => flow.id),
    outgoing: flows.filter(({ sourceId }) => sourceId === id).map((flow) => flow.id),
    inputs: [],
    outputs: [],
    boundaryEventIds: attached.map((place) => place.node.id ?? ''),
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
