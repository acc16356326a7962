import { parseDocument } from '../documents.ts';
import { checkKey } from '../keys.ts';
import { empty, failed, outcome, type UnaryRpc } from '../rpc.ts';

interface CompleteJobRequest {
  readonly jobKey: string;
  readonly variables: string;
}

/** Completes a job; whoever asks, for there is no lease check. */
export const completeJob: UnaryRpc<CompleteJobRequest> = {
  kind: 'unary',
  name: 'CompleteJob',
  async handle(context, request) {
    const refused = checkKey(request.jobKey);
    if (refused !== undefined) return failed(refused);
    const parsed = parseDocument(request.variables);
    if (!parsed.ok) return failed(parsed.status);
    const reply = await context.broker.execute('complete_job', {
      key: request.jobKey,
      variables: parsed.document,
    });
    return outcome('COMPLETE', reply, empty);
  },
};
