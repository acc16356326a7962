import { parseDocument } from '../documents.ts';
import { checkKey } from '../keys.ts';
import { empty, failed, outcome, type UnaryRpc } from '../rpc.ts';

interface ThrowErrorRequest {
  readonly jobKey: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: string;
}

/** Reports a business error, which an error event of the process catches. */
export const throwError: UnaryRpc<ThrowErrorRequest> = {
  kind: 'unary',
  name: 'ThrowError',
  async handle(context, request) {
    const refused = checkKey(request.jobKey);
    if (refused !== undefined) return failed(refused);
    const parsed = parseDocument(request.variables);
    if (!parsed.ok) return failed(parsed.status);
    const reply = await context.broker.execute('throw_error', {
      key: request.jobKey,
      errorCode: request.errorCode,
      errorMessage: request.errorMessage,
      variables: parsed.document,
    });
    return outcome('THROW_ERROR', reply, empty);
  },
};
