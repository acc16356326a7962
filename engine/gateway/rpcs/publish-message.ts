import { parseDocument } from '../documents.ts';
import { failed, outcome, type UnaryRpc } from '../rpc.ts';
import { checkTenant, DEFAULT_TENANT } from '../tenants.ts';

interface PublishMessageRequest {
  readonly name: string;
  readonly correlationKey: string;
  readonly timeToLive: string;
  readonly messageId: string;
  readonly variables: string;
  readonly tenantId: string;
}

/** Publishes a message to all processes that wait for it, now or within its time to live. */
export const publishMessage: UnaryRpc<PublishMessageRequest> = {
  kind: 'unary',
  name: 'PublishMessage',
  async handle(context, request) {
    const refused = checkTenant('PublishMessage', request.tenantId);
    if (refused !== undefined) return failed(refused);
    const parsed = parseDocument(request.variables);
    if (!parsed.ok) return failed(parsed.status);
    const reply = await context.broker.execute('publish_message', {
      name: request.name,
      correlationKey: request.correlationKey,
      timeToLiveMs: Number(request.timeToLive),
      messageId: request.messageId,
      variables: parsed.document,
    });
    return outcome('PUBLISH', reply, ({ key }) => ({ key, tenantId: DEFAULT_TENANT }));
  },
};
