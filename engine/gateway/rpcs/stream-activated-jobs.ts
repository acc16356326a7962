import type { ServerWritableStream } from '@grpc/grpc-js';
import type { JobReceiver } from '../../broker/job-streams.ts';
import type { JobSelection } from '../../broker/requests.ts';
import { jobMessage } from '../job-message.ts';
import type { StreamRpc } from '../rpc.ts';
import { statusOf } from '../status.ts';
import { checkTenants } from '../tenants.ts';

interface StreamActivatedJobsRequest {
  readonly type: string;
  readonly worker: string;
  readonly timeout: string;
  readonly fetchVariable: readonly string[];
  readonly tenantIds: readonly string[];
}

/** Pushes jobs that become activatable from now on, until the client hangs up. */
export const streamActivatedJobs: StreamRpc<StreamActivatedJobsRequest, object> = {
  kind: 'stream',
  name: 'StreamActivatedJobs',
  async handle(context, call) {
    const { request } = call;
    const refused = checkTenants('StreamActivatedJobs', request.tenantIds);
    if (refused !== undefined) return refused;
    const selection: JobSelection = {
      type: request.type,
      worker: request.worker,
      timeoutMs: Number(request.timeout),
      fetchVariables: request.fetchVariable,
    };
    const opened = context.broker.jobStreams.open(selection, receiverOf(call));
    if (!opened.ok) return statusOf('ADD', opened.problem);
    await hangUp(call, context.stopping);
    opened.value.close();
    return undefined;
  },
};

type Call = ServerWritableStream<StreamActivatedJobsRequest, object>;

function receiverOf(call: Call): JobReceiver {
  let isBlocked = false;
  call.on('drain', () => {
    isBlocked = false;
  });
  return {
    isReady: () => !isBlocked && !call.cancelled,
    push(job) {
      if (call.cancelled) return false;
      isBlocked = !call.write(jobMessage(job));
      return true;
    },
  };
}

function hangUp(call: Call, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (call.cancelled || stopping.aborted) resolve();
    call.once('cancelled', () => resolve());
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
}
