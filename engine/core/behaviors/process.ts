import type { ElementOf } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';
import { scope } from './scope.ts';

/** The process itself. Its first elements depend on the command: see commands/create-instance.ts. */
export const process: Behavior<ElementOf<'process'>> = {
  ...scope,
  onActivate: () => success('wait'),
};
