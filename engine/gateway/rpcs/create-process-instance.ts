import type { CreatedInstance, CreateInstance } from '../../broker/requests.ts';
import { parseDocument } from '../documents.ts';
import { failed, outcome, type UnaryRpc } from '../rpc.ts';
import type { RpcStatus } from '../status.ts';
import { checkTenant, DEFAULT_TENANT } from '../tenants.ts';

/** The request as the protocol has it. */
export interface CreateProcessInstanceRequest {
  readonly processDefinitionKey: string;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly variables: string;
  readonly startInstructions: readonly { readonly elementId: string }[];
  readonly tenantId: string;
}

/** Starts an instance; answered when it exists, before any task of it is done. */
export const createProcessInstance: UnaryRpc<CreateProcessInstanceRequest> = {
  kind: 'unary',
  name: 'CreateProcessInstance',
  async handle(context, request) {
    const mapped = mapCreation('CreateProcessInstance', request);
    if (!mapped.ok) return failed(mapped.status);
    const reply = await context.broker.execute('create_instance', mapped.creation);
    return outcome('CREATE', reply, created);
  },
};

/** The broker's request, or what is wrong with the client's. */
export function mapCreation(
  rpc: string,
  request: CreateProcessInstanceRequest,
): { ok: true; creation: CreateInstance } | { ok: false; status: RpcStatus } {
  const refused = checkTenant(rpc, request.tenantId);
  if (refused !== undefined) return { ok: false, status: refused };
  const parsed = parseDocument(request.variables);
  if (!parsed.ok) return parsed;
  const creation: CreateInstance = {
    processDefinitionKey: request.processDefinitionKey,
    bpmnProcessId: request.bpmnProcessId,
    version: request.version,
    variables: parsed.document,
    startElementIds: request.startInstructions.map(({ elementId }) => elementId),
  };
  return { ok: true, creation };
}

/** The fields that both creation calls answer with. */
export function created(instance: CreatedInstance): object {
  return {
    processDefinitionKey: instance.processDefinitionKey,
    bpmnProcessId: instance.bpmnProcessId,
    version: instance.version,
    processInstanceKey: instance.processInstanceKey,
    tenantId: DEFAULT_TENANT,
  };
}
