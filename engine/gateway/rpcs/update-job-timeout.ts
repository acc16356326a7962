import { checkKey } from '../keys.ts';
import { empty, failed, outcome, type UnaryRpc } from '../rpc.ts';

interface UpdateJobTimeoutRequest {
  readonly jobKey: string;
  readonly timeout: string;
}

/** Moves the deadline of an activated job to now plus the timeout. */
export const updateJobTimeout: UnaryRpc<UpdateJobTimeoutRequest> = {
  kind: 'unary',
  name: 'UpdateJobTimeout',
  async handle(context, request) {
    const refused = checkKey(request.jobKey);
    if (refused !== undefined) return failed(refused);
    const reply = await context.broker.execute('update_job_timeout', {
      key: request.jobKey,
      timeoutMs: Number(request.timeout),
    });
    return outcome('UPDATE_TIMEOUT', reply, empty);
  },
};
