import type { Execution } from '../execution/execution.ts';
import type { Command, Rejection, Result } from '../records/index.ts';

/**
 * Checks a command on a living instance and begins what follows from it. A rejection comes before
 * the first event: the state is then untouched.
 */
export type CommandHandler<Kind extends Command['type']> = (
  execution: Execution,
  command: Extract<Command, { readonly type: Kind }>,
) => Result<void, Rejection>;
