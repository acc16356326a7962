import type { JobDefinition } from '../model/graph.ts';
import type { Failure, Result } from '../records/index.ts';
import { success } from '../records/index.ts';
import type { ElementInstance } from '../state/instance.ts';
import { evaluateInteger, evaluateString } from './evaluate.ts';
import { boundaryCatchers, openEvents } from './events.ts';
import { append, type Execution } from './execution.ts';

/**
 * Makes the job of an element: type and retries are evaluated first, then the boundary events
 * open, then the job is there for workers.
 */
export function createJob(
  execution: Execution,
  instance: ElementInstance,
  definition: JobDefinition,
  headers: Readonly<Record<string, string>> = {},
): Result<'wait', Failure> {
  const jobType = evaluateString(execution, definition.type, instance.key);
  if (!jobType.ok) return jobType;
  const retries = evaluateInteger(execution, definition.retries, instance.key);
  if (!retries.ok) return retries;
  const opened = openEvents(execution, instance, boundaryCatchers(execution, instance));
  if (!opened.ok) return opened;
  const { definition: owner } = execution.state;
  append(execution, {
    type: 'job_created',
    jobKey: execution.environment.nextKey(),
    jobType: jobType.value,
    retries: retries.value,
    customHeaders: { ...definition.headers, ...headers },
    elementInstanceKey: instance.key,
    elementId: instance.elementId,
    bpmnProcessId: owner.bpmnProcessId,
    processDefinitionKey: owner.processDefinitionKey,
    processDefinitionVersion: owner.version,
  });
  return success('wait');
}
