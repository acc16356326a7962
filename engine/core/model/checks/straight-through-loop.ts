import { problemAt } from '../problem.ts';
import type { SourceNode } from '../source.ts';
import { type Check, type CheckedProcess, isEventSubProcess } from './check.ts';

/** Elements that a token passes without waiting for anything. */
const PASSED: ReadonlySet<string> = new Set([
  'bpmn:Task',
  'bpmn:ManualTask',
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
]);

const MESSAGE = 'Processes are not allowed to contain a straight-through processing loop';

/** A cycle in which nothing waits would never end. */
export const straightThroughLoop: Check = ({ processes }) =>
  processes.flatMap((checked) => {
    const loop = findLoop(checked);
    if (loop === undefined) return [];
    const path = [...loop, loop[0]].join(' > ');
    return [problemAt(checked.root, `${MESSAGE}: ${path}`)];
  });

function findLoop({ nodes, flows }: CheckedProcess): readonly string[] | undefined {
  const next = successors(nodes, flows);
  const done = new Set<string>();
  for (const start of next.keys()) {
    const loop = done.has(start) ? undefined : walk(start, next, done);
    if (loop !== undefined) return loop;
  }
  return undefined;
}

function successors(
  nodes: ReadonlyMap<string, SourceNode>,
  flows: readonly SourceNode[],
): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const { references } of flows) {
    const { sourceRef = '', targetRef = '' } = references;
    if (!isPassed(nodes.get(sourceRef)) || !isPassed(nodes.get(targetRef))) continue;
    next.set(sourceRef, [...(next.get(sourceRef) ?? []), targetRef]);
  }
  return next;
}

function isPassed(node: SourceNode | undefined): boolean {
  if (node === undefined || isEventSubProcess(node)) return false;
  return PASSED.has(node.type) && node.children.loopCharacteristics === undefined;
}

/** Depth first without recursion; `path` is the way from the start to the element in hand. */
function walk(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): readonly string[] | undefined {
  const path: { readonly id: string; readonly rest: string[] }[] = [];
  const enter = (id: string) => path.push({ id, rest: [...(next.get(id) ?? [])] });
  enter(start);
  for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
    const id = here.rest.shift();
    if (id === undefined) {
      done.add(here.id);
      path.pop();
      continue;
    }
    const place = path.findIndex((passed) => passed.id === id);
    if (place >= 0) return path.slice(place).map((passed) => passed.id);
    if (!done.has(id)) enter(id);
  }
  return undefined;
}
