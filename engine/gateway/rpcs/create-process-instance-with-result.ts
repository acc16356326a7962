import type { JsonDocument } from '../../core/records/index.ts';
import { REQUEST_TIMEOUT_MS } from '../limits.ts';
import { failed, type UnaryRpc } from '../rpc.ts';
import { statusOf, timedOut } from '../status.ts';
import {
  type CreateProcessInstanceRequest,
  created,
  mapCreation,
} from './create-process-instance.ts';

interface CreateWithResultRequest {
  readonly request: CreateProcessInstanceRequest | null;
  readonly requestTimeout: string;
  readonly fetchVariables: readonly string[];
}

const RPC = 'CreateProcessInstanceWithResult';

/** Starts an instance and answers with its root variables when it completes. */
export const createProcessInstanceWithResult: UnaryRpc<CreateWithResultRequest> = {
  kind: 'unary',
  name: RPC,
  async handle(context, { request, requestTimeout, fetchVariables }) {
    const mapped = mapCreation(RPC, request ?? EMPTY_REQUEST);
    if (!mapped.ok) return failed(mapped.status);
    const reply = await context.broker.execute('create_instance_with_result', mapped.creation);
    if (!reply.ok) return failed(statusOf('CREATE', reply.problem));
    const timeoutMs = Number(requestTimeout);
    const withinMs = timeoutMs > 0 ? timeoutMs : REQUEST_TIMEOUT_MS;
    const result = await within(withinMs, reply.value.result);
    if (result === undefined) {
      reply.value.forget();
      return failed(
        timedOut(`instance ${reply.value.processInstanceKey} did not complete in time`),
      );
    }
    const variables = JSON.stringify(pick(result, fetchVariables));
    return { ok: true, response: { ...created(reply.value), variables } };
  },
};

const EMPTY_REQUEST: CreateProcessInstanceRequest = {
  processDefinitionKey: '0',
  bpmnProcessId: '',
  version: 0,
  variables: '',
  startInstructions: [],
  tenantId: '',
};

async function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  try {
    return await Promise.race([promise, expired]);
  } finally {
    clearTimeout(timer);
  }
}

function pick(variables: JsonDocument, names: readonly string[]): JsonDocument {
  if (names.length === 0) return variables;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)));
}
