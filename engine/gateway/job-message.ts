import type { ActivatedJob } from '../broker/requests.ts';
import { DEFAULT_TENANT } from './tenants.ts';

/** A job as the protocol has it: documents are JSON texts. */
export function jobMessage(job: ActivatedJob): object {
  return {
    key: job.key,
    type: job.type,
    processInstanceKey: job.processInstanceKey,
    bpmnProcessId: job.bpmnProcessId,
    processDefinitionVersion: job.processDefinitionVersion,
    processDefinitionKey: job.processDefinitionKey,
    elementId: job.elementId,
    elementInstanceKey: job.elementInstanceKey,
    customHeaders: JSON.stringify(job.customHeaders),
    worker: job.worker,
    retries: job.retries,
    deadline: String(job.deadlineAt),
    variables: JSON.stringify(job.variables),
    tenantId: DEFAULT_TENANT,
  };
}
