import { visibleDocument } from '../core/execution/lookup.ts';
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
  if (instance === undefined) {
    // Else the jobs of instances that were set aside would be in the way of all others.
    batch.replace('job', { ...row, state: 'failed' });
    return undefined;
  }
  const { worker, fetchVariables } = selection;
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
    variables: visibleDocument(
      instance.state,
      row.elementInstanceKey,
      fetchVariables.length === 0 ? undefined : fetchVariables,
    ),
  };
}

/** How much of a message a job takes, about. */
export function jobBytes(job: ActivatedJob): number {
  return Buffer.byteLength(JSON.stringify(job));
}
