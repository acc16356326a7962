import { problemAt } from '../problem.ts';
import type { Check } from './check.ts';

/** Elements and processes of one file do not share an id. */
export const uniqueProcessId: Check = ({ processes }) =>
  processes
    .filter(({ process, nodes }) => nodes.has(process.id ?? ''))
    .map(({ process }) => problemAt(process, `Expected the id '${process.id}' to be unique`));
