import { parseDocument } from '../documents.ts';
import { checkKey } from '../keys.ts';
import { failed, outcome, type UnaryRpc } from '../rpc.ts';

interface SetVariablesRequest {
  readonly elementInstanceKey: string;
  readonly variables: string;
  readonly local: boolean;
}

/** Sets variables in a scope, or from it upwards. */
export const setVariables: UnaryRpc<SetVariablesRequest> = {
  kind: 'unary',
  name: 'SetVariables',
  async handle(context, request) {
    const refused = checkKey(request.elementInstanceKey);
    if (refused !== undefined) return failed(refused);
    const parsed = parseDocument(request.variables);
    if (!parsed.ok) return failed(parsed.status);
    const reply = await context.broker.execute('set_variables', {
      elementInstanceKey: request.elementInstanceKey,
      variables: parsed.document,
      local: request.local,
    });
    return outcome('UPDATE', reply, ({ key }) => ({ key }));
  },
};
