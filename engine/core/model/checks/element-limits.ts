import { ELEMENTS_MAX, NESTING_MAX } from '../limits.ts';
import { problemAt } from '../problem.ts';
import type { Check } from './check.ts';

/** A file stays within the number of elements and the nesting that the engine is made for. */
export const elementLimits: Check = ({ definitions, processes }) => {
  const placed = processes.flatMap((checked) => checked.placed);
  const subProcesses = placed.filter(({ node }) => node.type === 'bpmn:SubProcess');
  const nesting = Math.max(0, ...subProcesses.map(({ ancestors }) => ancestors.length));
  return [
    ...(placed.length > ELEMENTS_MAX
      ? [`Expected at most ${ELEMENTS_MAX} elements, but there are ${placed.length}`]
      : []),
    ...(nesting > NESTING_MAX
      ? [`Expected at most ${NESTING_MAX} nested sub-processes, but there are ${nesting}`]
      : []),
  ].map((message) => problemAt(definitions, message));
};
