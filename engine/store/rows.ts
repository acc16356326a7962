import type { FailureCode, Key } from '../core/records/index.ts';

/** A live process instance. Its state is the snapshot plus the events logged after it. */
export interface InstanceRow {
  readonly key: Key;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly version: number;
  readonly parentKey: Key | null;
  readonly createdAt: number;
  /** The state at `snapshotSeq`, or null while the events alone are few. */
  readonly snapshot: string | null;
  readonly snapshotSeq: number;
  /** A step of it failed by a fault of ours: no command reaches it any more. */
  readonly isSetAside: boolean;
}

/**
 * - `activatable`: may be handed to a worker.
 * - `activated`: a worker has it until `deadlineAt`.
 * - `failed`: waits for its back-off or for an operator.
 * - `error_thrown`: its error was not caught; an incident waits.
 */
export type JobRowState = 'activatable' | 'activated' | 'failed' | 'error_thrown';

/** A job with its lease. */
export interface JobRow {
  readonly key: Key;
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly version: number;
  readonly type: string;
  /** JSON text. */
  readonly customHeaders: string;
  readonly retries: number;
  readonly state: JobRowState;
  readonly worker: string;
  readonly deadlineAt: number | null;
  readonly backoffUntil: number | null;
}

/** A timer of an instance, or of a definition whose start event it is. */
export interface TimerRow {
  readonly key: Key;
  readonly dueAt: number;
  readonly processInstanceKey: Key | null;
  readonly processDefinitionKey: Key | null;
  readonly elementId: string;
  readonly repetitions: number;
}

/** An open message subscription of an instance. */
export interface SubscriptionRow {
  readonly key: Key;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly processInstanceKey: Key;
  readonly bpmnProcessId: string;
  readonly interrupting: boolean;
}

/** A buffered message. */
export interface MessageRow {
  readonly key: Key;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string;
  /** JSON text. */
  readonly variables: string;
  readonly deadlineAt: number;
  /** The processes it went to already, as a JSON list: it goes to each of them once. */
  readonly correlatedTo: string;
}

/** While this instance lives, no other one of its process is started by the same key. */
export interface StartLockRow {
  /** The key of the instance that holds the lock. */
  readonly key: Key;
  readonly bpmnProcessId: string;
  readonly correlationKey: string;
}

/** An incident that waits for an operator. */
export interface IncidentRow {
  readonly key: Key;
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly jobKey: Key | null;
  readonly code: FailureCode;
  readonly message: string;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly createdAt: number;
}

/** One version of a process. */
export interface ProcessRow {
  readonly key: Key;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly resourceName: string;
  readonly checksum: string;
  readonly resource: string;
  /** The message start events, as a JSON list: only a process that is used gets parsed. */
  readonly messageStarts: string;
}

/** One version of a decision requirements graph: one DMN file. */
export interface RequirementsRow {
  readonly key: Key;
  readonly requirementsId: string;
  readonly name: string;
  readonly version: number;
  readonly resourceName: string;
  readonly checksum: string;
  readonly resource: string;
}

/** One version of a decision. */
export interface DecisionRow {
  readonly key: Key;
  readonly decisionId: string;
  readonly name: string;
  readonly version: number;
  readonly requirementsKey: Key;
}

/** Every table whose rows have a key. */
export interface Tables {
  readonly instance: InstanceRow;
  readonly job: JobRow;
  readonly timer: TimerRow;
  readonly subscription: SubscriptionRow;
  readonly message: MessageRow;
  readonly start_lock: StartLockRow;
  readonly incident: IncidentRow;
  readonly process: ProcessRow;
  readonly requirements: RequirementsRow;
  readonly decision: DecisionRow;
}

/** The name of a table. */
export type TableName = keyof Tables;

/** The names of all tables. */
export const TABLE_NAMES: readonly TableName[] = [
  'instance',
  'job',
  'timer',
  'subscription',
  'message',
  'start_lock',
  'incident',
  'process',
  'requirements',
  'decision',
];

/** What one command did in one instance. */
export interface LogRow {
  /** The instance; for what concerns no instance, the key of the thing itself. */
  readonly key: Key;
  /** Place among the log rows of this key, from 1. */
  readonly seq: number;
  readonly at: number;
  readonly command: string;
  /** The events, as a JSON list. */
  readonly events: string;
}
