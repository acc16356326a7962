import type { ElementOf } from '../model/graph.ts';
import { success } from '../records/index.ts';
import type { Behavior } from './behavior.ts';
import { scope } from './scope.ts';

/** The process itself. What it begins with depends on the command: commands/create-instance.ts. */
export const root: Behavior<ElementOf<'process'>> = {
  ...scope,
  onActivate: () => success('wait'),
};
