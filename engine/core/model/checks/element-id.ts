import { problemAt } from '../problem.ts';
import type { Check } from './check.ts';

/** Every process, element and flow has an id: everything that happens is told by it. */
export const elementId: Check = ({ processes }) =>
  processes.flatMap(({ root, placed }) =>
    [root, ...placed.map(({ node }) => node)]
      .filter(({ id }) => id === undefined || id === '')
      .map((node) => problemAt(node, 'Must have an id')),
  );
