import type { Key } from '../../core/records/index.ts';
import { success } from '../../core/records/index.ts';
import type { ProcessRow } from '../../store/port.ts';
import type { Batch } from '../batch.ts';
import type { Processes } from '../processes.ts';
import { referenceTo } from '../processes.ts';
import { type Reply, refuse } from '../reply.ts';
import type { CreatedInstance, CreateInstance } from '../requests.ts';
import { runCommand } from '../run-command.ts';
import type { Handler } from './handler.ts';

/** Starts an instance at its none start event, or before given elements. */
export const createInstance: Handler<'create_instance'> = {
  async run(batch, request) {
    return create(batch, request, batch.context.keys.next());
  },
};

/** The same; the answer holds the promise of the root variables at completion. */
export const createInstanceWithResult: Handler<'create_instance_with_result'> = {
  async run(batch, request) {
    const key = batch.context.keys.next();
    const { results } = batch.context;
    const result = results.await(key);
    const forget = () => results.forget(key);
    const reply = await create(batch, request, key);
    if (reply.ok) return success({ ...reply.value, result, forget });
    forget();
    return reply;
  },
};

async function create(
  batch: Batch,
  request: CreateInstance,
  processInstanceKey: Key,
): Promise<Reply<CreatedInstance>> {
  const found = findProcess(batch.context.processes, request);
  if (!found.ok) return found;
  const definition = referenceTo(found.value);
  const { variables, startElementIds } = request;
  const origin =
    startElementIds.length === 0
      ? { type: 'command' as const }
      : { type: 'command' as const, startElementIds };
  const reply = await runCommand(batch, {
    processInstanceKey,
    command: { type: 'create_instance', processInstanceKey, definition, variables, origin },
  });
  return reply.ok ? success({ ...definition, processInstanceKey }) : reply;
}

/** A process id wins over a key; a negative version means the latest, any other is exact. */
function findProcess(processes: Processes, request: CreateInstance): Reply<ProcessRow> {
  const { bpmnProcessId, version, processDefinitionKey } = request;
  if (bpmnProcessId === '') {
    return found(processes.byKey(processDefinitionKey), `key '${processDefinitionKey}'`);
  }
  if (version < 0) return found(processes.latest(bpmnProcessId), `process ID '${bpmnProcessId}'`);
  const what = `process ID '${bpmnProcessId}' and version '${version}'`;
  return found(processes.version(bpmnProcessId, version), what);
}

function found(row: ProcessRow | undefined, what: string): Reply<ProcessRow> {
  if (row !== undefined) return success(row);
  return refuse('not_found', `Expected to find process definition with ${what}, but none found`);
}
