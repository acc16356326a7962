import type { DeploymentProblem } from '../problem.ts';
import { childrenOf, flowElementsOf, type PlacedNode, type SourceNode } from '../source.ts';

/** What a check may look at: one file, or one executable process of it. */
export interface CheckedFile {
  readonly definitions: SourceNode;
  readonly processes: readonly CheckedProcess[];
  /** Messages and errors by id. */
  readonly rootElements: ReadonlyMap<string, SourceNode>;
}

/** An executable process with all elements in it, whatever their depth. */
export interface CheckedProcess {
  readonly root: SourceNode;
  readonly placed: readonly PlacedNode[];
  readonly nodes: ReadonlyMap<string, SourceNode>;
  readonly flows: readonly SourceNode[];
}

/** One rule of deployment. */
export type Check = (file: CheckedFile) => readonly DeploymentProblem[];

/** A rule that looks at each element by itself, with the process around it. */
export function eachElement(
  rule: (
    place: PlacedNode,
    process: CheckedProcess,
    file: CheckedFile,
  ) => readonly DeploymentProblem[],
): Check {
  return (file) =>
    file.processes.flatMap((checked) =>
      checked.placed.flatMap((place) => rule(place, checked, file)),
    );
}

/** A rule that looks at each scope: the process and every sub-process in it. */
export function eachScope(
  rule: (scope: SourceNode, file: CheckedFile) => readonly DeploymentProblem[],
): Check {
  return (file) =>
    file.processes.flatMap(({ root, placed }) =>
      [root, ...placed.map(({ node }) => node)]
        .filter(({ type }) => type === 'bpmn:Process' || type === 'bpmn:SubProcess')
        .flatMap((scope) => rule(scope, file)),
    );
}

/** Prepares a file for the checks. */
export function prepareFile(definitions: SourceNode): CheckedFile {
  const roots = childrenOf(definitions, 'rootElements');
  const processes = roots.filter(
    ({ type, attributes }) => type === 'bpmn:Process' && attributes.isExecutable === 'true',
  );
  return {
    definitions,
    processes: processes.map(prepareProcess),
    rootElements: new Map(roots.map((node) => [node.id ?? '', node])),
  };
}

function prepareProcess(root: SourceNode): CheckedProcess {
  const placed = flowElementsOf(root);
  return {
    root,
    placed,
    nodes: new Map(placed.map(({ node }) => [node.id ?? '', node])),
    flows: placed.map(({ node }) => node).filter(({ type }) => type === 'bpmn:SequenceFlow'),
  };
}

/** The event definitions of an event. */
export function eventDefinitionsOf(node: SourceNode): readonly SourceNode[] {
  return childrenOf(node, 'eventDefinitions');
}

/** Whether a sub-process starts by an event instead of a token. */
export function isEventSubProcess(node: SourceNode): boolean {
  return node.type === 'bpmn:SubProcess' && node.attributes.triggeredByEvent === 'true';
}

/** The outgoing flows of an element. */
export function outgoingOf({ flows }: CheckedProcess, id: string | undefined) {
  return flows.filter(({ references }) => references.sourceRef === id);
}

/** The incoming flows of an element. */
export function incomingOf({ flows }: CheckedProcess, id: string | undefined) {
  return flows.filter(({ references }) => references.targetRef === id);
}
