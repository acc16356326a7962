import { checkKey } from '../keys.ts';
import { empty, failed, outcome, type UnaryRpc } from '../rpc.ts';

interface CancelProcessInstanceRequest {
  readonly processInstanceKey: string;
}

/** Cancels an instance with everything in it. */
export const cancelProcessInstance: UnaryRpc<CancelProcessInstanceRequest> = {
  kind: 'unary',
  name: 'CancelProcessInstance',
  async handle(context, request) {
    const refused = checkKey(request.processInstanceKey);
    if (refused !== undefined) return failed(refused);
    const key = request.processInstanceKey;
    const reply = await context.broker.execute('cancel_instance', { key });
    return outcome('CANCEL', reply, empty);
  },
};
