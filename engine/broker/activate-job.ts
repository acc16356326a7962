import type { JsonDocument, JsonValue } from '../core/records/index.ts';
import type { InstanceState } from '../core/state/instance.ts';
import type { JobRow } from '../store/port.ts';
import type { Batch } from './batch.ts';
import type { ActivatedJob, JobSelection } from './requests.ts';

/** Leases a job to a worker; undefined when its instance is out of reach. */
export async function activateJob(
  batch: Batch,
  row: JobRow,
  selection: JobSelection,
): Promise<ActivatedJob | undefined> {
  const instance = await batch.instance(row.processInstanceKey);
  if (instance === undefined) return undefined;
  const { worker } = selection;
  const deadlineAt = batch.now + selection.timeoutMs;
  batch.replace('job', { ...row, state: 'activated', worker, deadlineAt });
  return {
    key: row.key,
    type: row.type,
    processInstanceKey: row.processInstanceKey,
    bpmnProcessId: row.bpmnProcessId,
    processDefinitionVersion: row.version,
    processDefinitionKey: row.processDefinitionKey,
    elementId: row.elementId,
    elementInstanceKey: row.elementInstanceKey,
    customHeaders: JSON.parse(row.customHeaders) as Record<string, string>,
    worker,
    retries: row.retries,
    deadlineAt,
    variables: visibleVariables(instance.state, row.elementInstanceKey, selection.fetchVariables),
  };
}

/** How much of a message a job takes, about. */
export function jobBytes(job: ActivatedJob): number {
  return Buffer.byteLength(JSON.stringify(job));
}

/** All variables from the element's scope upward, the inner ones winning, or those named. */
function visibleVariables(
  state: InstanceState,
  elementInstanceKey: string,
  names: readonly string[],
): JsonDocument {
  const wanted = names.length === 0 ? undefined : new Set(names);
  const visible = new Map<string, JsonValue>();
  let scope = state.elements.get(elementInstanceKey);
  while (scope !== undefined) {
    for (const [name, value] of scope.variables) {
      if (!visible.has(name) && wanted?.has(name) !== false) visible.set(name, value);
    }
    scope = scope.flowScopeKey === undefined ? undefined : state.elements.get(scope.flowScopeKey);
  }
  return Object.fromEntries(visible);
}
