import { problemAt } from '../problem.ts';
import type { Check } from './check.ts';

/** A file holds at least one process that can be executed. */
export const executable: Check = ({ definitions, processes }) =>
  processes.length > 0
    ? []
    : [problemAt(definitions, 'Must contain at least one executable process')];
