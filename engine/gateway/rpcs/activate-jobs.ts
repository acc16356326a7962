import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ActivatedJob, ActivateJobs } from '../../broker/requests.ts';
import { jobMessage } from '../job-message.ts';
import { LONG_POLL_MS } from '../limits.ts';
import type { GatewayContext, StreamRpc } from '../rpc.ts';
import { type RpcStatus, statusOf } from '../status.ts';
import { checkTenants } from '../tenants.ts';

interface ActivateJobsRequest {
  readonly type: string;
  readonly worker: string;
  readonly timeout: string;
  readonly maxJobsToActivate: number;
  readonly fetchVariable: readonly string[];
  readonly requestTimeout: string;
  readonly tenantIds: readonly string[];
}

type Call = ServerWritableStream<ActivateJobsRequest, object>;

/**
 * Hands jobs to a worker. Without jobs the call waits for some, and ends without a message and
 * without an error when none came.
 */
export const activateJobs: StreamRpc<ActivateJobsRequest, object> = {
  kind: 'stream',
  name: 'ActivateJobs',
  async handle(context, call) {
    const { request } = call;
    const refused = checkTenants('ActivateJobs', request.tenantIds);
    if (refused !== undefined) return refused;
    const selection: ActivateJobs = {
      type: request.type,
      worker: request.worker,
      timeoutMs: Number(request.timeout),
      jobsMax: request.maxJobsToActivate,
      fetchVariables: request.fetchVariable,
    };
    return poll(context, call, selection);
  },
};

async function poll(
  { broker, stopping }: GatewayContext,
  call: Call,
  selection: ActivateJobs,
): Promise<RpcStatus | undefined> {
  const gone = new AbortController();
  call.once('cancelled', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, stopping]);
  const waiter = broker.jobNotices.join(selection.type);
  const deadlineAt = performance.now() + pollMs(call.request.requestTimeout);
  try {
    for (;;) {
      const reply = await broker.execute('activate_jobs', selection);
      if (!reply.ok) return statusOf('ACTIVATE', reply.problem);
      if (reply.value.length > 0) {
        await deliver({ broker }, call, reply.value);
        return undefined;
      }
      const restMs = deadlineAt - performance.now();
      if (selection.jobsMax < 1 || restMs <= 0 || signal.aborted) return undefined;
      if (!(await waiter.wait(restMs, signal))) return undefined;
    }
  } finally {
    waiter.leave();
  }
}

function pollMs(requestTimeout: string): number {
  const requested = Number(requestTimeout);
  return requested === 0 ? LONG_POLL_MS : requested;
}

/** A client that goes away before it has them all must not hold the jobs: others get them. */
async function deliver(
  { broker }: Pick<GatewayContext, 'broker'>,
  call: Call,
  jobs: readonly ActivatedJob[],
): Promise<void> {
  const giveBack = () => broker.execute('yield_jobs', { keys: jobs.map(({ key }) => key) });
  if (call.cancelled) {
    await giveBack();
    return;
  }
  // The event comes at the end of every call: only before the last byte it means that one is gone.
  call.once('cancelled', () => {
    if (!call.writableFinished) void giveBack();
  });
  call.write({ jobs: jobs.map(jobMessage) });
}
