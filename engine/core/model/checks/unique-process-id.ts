import { problemAt } from '../problem.ts';
import type { Check } from './check.ts';

/** Elements and processes of one file do not share an id. */
export const uniqueProcessId: Check = ({ processes }) =>
  processes
    .filter(({ root, nodes }) => nodes.has(root.id ?? ''))
    .map(({ root }) => problemAt(root, `Expected the id '${root.id}' to be unique`));
