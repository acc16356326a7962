import { parseDocument } from '../documents.ts';
import { checkKey } from '../keys.ts';
import { empty, failed, outcome, type UnaryRpc } from '../rpc.ts';

interface FailJobRequest {
  readonly jobKey: string;
  readonly retries: number;
  readonly errorMessage: string;
  readonly retryBackOff: string;
  readonly variables: string;
}

/** Fails a job: again later while it has retries, else an incident. */
export const failJob: UnaryRpc<FailJobRequest> = {
  kind: 'unary',
  name: 'FailJob',
  async handle(context, request) {
    const refused = checkKey(request.jobKey);
    if (refused !== undefined) return failed(refused);
    const parsed = parseDocument(request.variables);
    if (!parsed.ok) return failed(parsed.status);
    const reply = await context.broker.execute('fail_job', {
      key: request.jobKey,
      retries: request.retries,
      errorMessage: request.errorMessage,
      retryBackOffMs: Number(request.retryBackOff),
      variables: parsed.document,
    });
    return outcome('FAIL', reply, empty);
  },
};
