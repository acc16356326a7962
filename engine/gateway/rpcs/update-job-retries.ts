import { checkKey } from '../keys.ts';
import { empty, failed, outcome, type UnaryRpc } from '../rpc.ts';

interface UpdateJobRetriesRequest {
  readonly jobKey: string;
  readonly retries: number;
}

/** Gives a job retries, usually before its incident is resolved. */
export const updateJobRetries: UnaryRpc<UpdateJobRetriesRequest> = {
  kind: 'unary',
  name: 'UpdateJobRetries',
  async handle(context, request) {
    const refused = checkKey(request.jobKey);
    if (refused !== undefined) return failed(refused);
    const reply = await context.broker.execute('update_job_retries', {
      key: request.jobKey,
      retries: request.retries,
    });
    return outcome('UPDATE_RETRIES', reply, empty);
  },
};
