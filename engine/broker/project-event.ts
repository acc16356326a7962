import type { Event, InstanceCreated, InstanceEnded, Key } from '../core/records/index.ts';
import type { JobRow } from '../store/port.ts';
import type { Batch } from './batch.ts';
import { markCorrelated } from './buffered-messages.ts';

/** Keeps the index tables in step with what happened in an instance. */
export async function projectEvent(batch: Batch, event: Event): Promise<void> {
  switch (event.type) {
    case 'instance_created':
      return projectCreated(batch, event);
    case 'instance_ended':
      return projectEnded(batch, event);
    case 'job_created':
      return addJob(batch, event);
    case 'job_completed':
    case 'job_canceled':
      return batch.remove('job', event.jobKey);
    case 'job_failed':
    case 'job_made_activatable':
    case 'job_retries_updated':
    case 'job_error_thrown':
    case 'job_suspended':
      return projectJobChange(batch, event);
    case 'timer_created':
      return batch.add('timer', {
        key: event.timerKey,
        dueAt: event.dueAt,
        processInstanceKey: event.processInstanceKey,
        processDefinitionKey: null,
        elementId: event.elementId,
        repetitions: event.repetitions,
      });
    case 'timer_triggered':
    case 'timer_canceled':
      return batch.remove('timer', event.timerKey);
    case 'message_subscription_opened':
      return batch.add('subscription', {
        key: event.subscriptionKey,
        messageName: event.messageName,
        correlationKey: event.correlationKey,
        processInstanceKey: event.processInstanceKey,
        bpmnProcessId: event.bpmnProcessId,
        interrupting: event.interrupting,
      });
    case 'message_correlated':
      return markCorrelated(batch, event.messageKey, event.bpmnProcessId);
    case 'message_subscription_closed':
      return batch.remove('subscription', event.subscriptionKey);
    case 'incident_created':
      return addIncident(batch, event);
    case 'incident_resolved':
      return batch.remove('incident', event.incidentKey);
    default:
      // The rest concerns nothing outside the instance.
      return undefined;
  }
}

async function projectCreated(batch: Batch, event: InstanceCreated): Promise<void> {
  const { origin, processInstanceKey: key, definition } = event;
  batch.add('instance', {
    key,
    bpmnProcessId: definition.bpmnProcessId,
    processDefinitionKey: definition.processDefinitionKey,
    version: definition.version,
    parentKey: origin.type === 'call' ? origin.parent.processInstanceKey : null,
    createdAt: batch.now,
    snapshot: null,
    snapshotSeq: 0,
    isSetAside: false,
  });
  if (origin.type !== 'message') return;
  const { bpmnProcessId } = definition;
  const { correlationKey } = origin;
  if (correlationKey !== '') batch.add('start_lock', { key, bpmnProcessId, correlationKey });
  await markCorrelated(batch, origin.messageKey, bpmnProcessId);
}

function projectEnded(batch: Batch, event: InstanceEnded): void {
  batch.remove('instance', event.processInstanceKey);
}

function addJob(batch: Batch, event: Extract<Event, { type: 'job_created' }>): void {
  batch.add('job', {
    key: event.jobKey,
    processInstanceKey: event.processInstanceKey,
    elementInstanceKey: event.elementInstanceKey,
    elementId: event.elementId,
    bpmnProcessId: event.bpmnProcessId,
    processDefinitionKey: event.processDefinitionKey,
    version: event.processDefinitionVersion,
    type: event.jobType,
    customHeaders: JSON.stringify(event.customHeaders),
    retries: event.retries,
    state: 'activatable',
    worker: '',
    deadlineAt: null,
    backoffUntil: null,
  });
  batch.offer(event.jobKey);
}

type JobChange = Extract<
  Event,
  {
    type:
      | 'job_failed'
      | 'job_made_activatable'
      | 'job_retries_updated'
      | 'job_error_thrown'
      | 'job_suspended';
  }
>;

async function projectJobChange(batch: Batch, event: JobChange): Promise<void> {
  const row = await jobRow(batch, event.jobKey);
  const free = { worker: '', deadlineAt: null, backoffUntil: null };
  switch (event.type) {
    case 'job_retries_updated':
      return batch.replace('job', { ...row, retries: event.retries });
    case 'job_error_thrown':
      return batch.replace('job', { ...row, ...free, state: 'error_thrown' });
    case 'job_suspended':
      return batch.replace('job', { ...row, ...free, state: 'failed' });
    case 'job_made_activatable':
      batch.replace('job', { ...row, ...free, state: 'activatable' });
      return batch.offer(row.key);
    case 'job_failed': {
      const { retries, state, backoffUntil = null } = event;
      batch.replace('job', { ...row, ...free, retries, state, backoffUntil });
      if (state === 'activatable') batch.offer(row.key);
      return undefined;
    }
    default:
      return event satisfies never;
  }
}

async function jobRow(batch: Batch, key: Key): Promise<JobRow> {
  const row = await batch.row('job', key);
  if (row === undefined) throw new Error(`Expected a row of job ${key}, but there is none`);
  return row;
}

function addIncident(batch: Batch, event: Extract<Event, { type: 'incident_created' }>): void {
  batch.add('incident', {
    key: event.incidentKey,
    processInstanceKey: event.processInstanceKey,
    elementInstanceKey: event.elementInstanceKey,
    elementId: event.elementId,
    jobKey: event.jobKey ?? null,
    code: event.code,
    message: event.message,
    bpmnProcessId: event.bpmnProcessId,
    processDefinitionKey: event.processDefinitionKey,
    createdAt: batch.now,
  });
}
