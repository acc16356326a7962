import { propagate, setLocal } from '../execution/variables.ts';
import { problem, success } from '../records/index.ts';
import { checkDocument } from './check-document.ts';
import type { CommandHandler } from './command-handler.ts';

/** Variables from outside, for one scope or from it outwards. */
export const setVariables: CommandHandler<'set_variables'> = (execution, command) => {
  const { scopeKey, variables, local } = command;
  if (!execution.state.elements.has(scopeKey)) {
    const message =
      `Expected to update variables for element with key '${scopeKey}', ` +
      'but no such element was found';
    return problem({ code: 'not_found', message });
  }
  const checked = checkDocument(variables, execution.state);
  if (!checked.ok) return checked;
  if (local) setLocal(execution, scopeKey, variables);
  else propagate(execution, scopeKey, variables);
  return success(undefined);
};
