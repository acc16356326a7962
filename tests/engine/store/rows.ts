import type {
  IncidentRow,
  InstanceRow,
  JobRow,
  MessageRow,
  ProcessRow,
  SubscriptionRow,
  TimerRow,
} from '../../../engine/store/rows.ts';

/** Rows with sensible values, of which a test names only what it is about. */

const PROCESS_KEY = '2251799813685249';

export function instanceRow(row: Pick<InstanceRow, 'key'> & Partial<InstanceRow>): InstanceRow {
  return {
    bpmnProcessId: 'relief',
    processDefinitionKey: PROCESS_KEY,
    version: 1,
    parentKey: null,
    createdAt: 1_000,
    snapshot: null,
    snapshotSeq: 0,
    isSetAside: false,
    ...row,
  };
}

export function jobRow(row: Pick<JobRow, 'key'> & Partial<JobRow>): JobRow {
  return {
    processInstanceKey: '20',
    elementInstanceKey: '21',
    elementId: 'check',
    bpmnProcessId: 'relief',
    processDefinitionKey: PROCESS_KEY,
    version: 1,
    type: 'work',
    customHeaders: '{}',
    retries: 3,
    state: 'activatable',
    worker: '',
    deadlineAt: null,
    backoffUntil: null,
    ...row,
  };
}

export function timerRow(row: Pick<TimerRow, 'key' | 'dueAt'> & Partial<TimerRow>): TimerRow {
  return {
    processInstanceKey: '20',
    processDefinitionKey: null,
    elementId: 'wait',
    repetitions: 1,
    ...row,
  };
}

export function subscriptionRow(
  row: Pick<SubscriptionRow, 'key'> & Partial<SubscriptionRow>,
): SubscriptionRow {
  return {
    messageName: 'paid',
    correlationKey: 'case-1',
    processInstanceKey: '20',
    bpmnProcessId: 'relief',
    interrupting: true,
    ...row,
  };
}

export function messageRow(row: Pick<MessageRow, 'key'> & Partial<MessageRow>): MessageRow {
  return {
    name: 'paid',
    correlationKey: 'case-1',
    messageId: '',
    variables: '{}',
    deadlineAt: 5_000,
    correlatedTo: '[]',
    ...row,
  };
}

export function incidentRow(row: Pick<IncidentRow, 'key'> & Partial<IncidentRow>): IncidentRow {
  return {
    processInstanceKey: '20',
    elementInstanceKey: '21',
    elementId: 'check',
    jobKey: null,
    code: 'job_no_retries',
    message: 'No more retries left.',
    bpmnProcessId: 'relief',
    processDefinitionKey: PROCESS_KEY,
    createdAt: 1_000,
    ...row,
  };
}

export function processRow(row: Partial<ProcessRow> = {}): ProcessRow {
  return {
    key: PROCESS_KEY,
    bpmnProcessId: 'relief',
    version: 1,
    resourceName: 'relief.bpmn',
    checksum: 'd41d8cd98f00b204e9800998ecf8427e',
    resource: '<definitions/>',
    messageStarts: '[]',
    ...row,
  };
}
