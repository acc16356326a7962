import { checkKey } from '../keys.ts';
import { empty, failed, outcome, type UnaryRpc } from '../rpc.ts';

interface ResolveIncidentRequest {
  readonly incidentKey: string;
}

/** Resolves an incident: the step that failed is tried again. */
export const resolveIncident: UnaryRpc<ResolveIncidentRequest> = {
  kind: 'unary',
  name: 'ResolveIncident',
  async handle(context, request) {
    const refused = checkKey(request.incidentKey);
    if (refused !== undefined) return failed(refused);
    const key = request.incidentKey;
    const reply = await context.broker.execute('resolve_incident', { key });
    return outcome('RESOLVE', reply, empty);
  },
};
