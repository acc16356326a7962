import type { JsonDocument } from './json.ts';
import type { Key } from './key.ts';

/**
 * What the instance knows of a job. Leases (activated, worker, deadline) are the shell's.
 * - `activatable`: may be handed to a worker; completing, failing and throwing are allowed.
 * - `failed`: waits for its back-off to end, or for an operator (no retries left).
 * - `error_thrown`: its BPMN error was not caught; an incident waits.
 */
export type JobState = 'activatable' | 'failed' | 'error_thrown';

/** Completes a job. Rejections: not_found, invalid_state (failed, error_thrown). */
export interface CompleteJob {
  readonly type: 'complete_job';
  readonly jobKey: Key;
  readonly variables: JsonDocument;
}

/** Reports a failed attempt. `retries` is the new absolute count. Rejections as CompleteJob. */
export interface FailJob {
  readonly type: 'fail_job';
  readonly jobKey: Key;
  readonly retries: number;
  readonly retryBackoffMs: number;
  readonly errorMessage: string;
  /** Set locally in the task's scope. */
  readonly variables: JsonDocument;
}

/** Throws a BPMN error from a job. Rejections as CompleteJob. */
export interface ThrowJobError {
  readonly type: 'throw_job_error';
  readonly jobKey: Key;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: JsonDocument;
}

/** Sets the retries of a job in any state. Rejections: not_found, invalid_argument (below 1). */
export interface UpdateJobRetries {
  readonly type: 'update_job_retries';
  readonly jobKey: Key;
  readonly retries: number;
}

/** The shell's clock has passed the job's `backoffUntil`. Rejections: not_found, invalid_state. */
export interface EndJobBackoff {
  readonly type: 'end_job_backoff';
  readonly jobKey: Key;
}

/** One job alone is larger than a gRPC message: an incident message_size_exceeded stops it. */
export interface RefuseOversizedJob {
  readonly type: 'refuse_oversized_job';
  readonly jobKey: Key;
  readonly message: string;
}

/** Adds a row to the job index, in state activatable. */
export interface JobCreated {
  readonly type: 'job_created';
  readonly processInstanceKey: Key;
  readonly jobKey: Key;
  readonly jobType: string;
  readonly retries: number;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly elementInstanceKey: Key;
  readonly elementId: string;
  readonly bpmnProcessId: string;
  readonly processDefinitionKey: Key;
  readonly processDefinitionVersion: number;
}

/** Removes the job's row. */
export interface JobCompleted {
  readonly type: 'job_completed';
  readonly processInstanceKey: Key;
  readonly jobKey: Key;
}

/** Removes the job's row: the element was terminated. */
export interface JobCanceled {
  readonly type: 'job_canceled';
  readonly processInstanceKey: Key;
  readonly jobKey: Key;
}

/**
 * The job's row gets the new retries and state and loses its lease. `backoffUntil` (epoch ms) is
 * set when the job waits for its back-off: the shell then sends EndJobBackoff at that time.
 */
export interface JobFailed {
  readonly type: 'job_failed';
  readonly processInstanceKey: Key;
  readonly jobKey: Key;
  readonly retries: number;
  readonly errorMessage: string;
  readonly state: 'activatable' | 'failed';
  readonly backoffUntil?: number;
}

/** The job's row becomes activatable, without lease or back-off: waiting workers are told. */
export interface JobMadeActivatable {
  readonly type: 'job_made_activatable';
  readonly processInstanceKey: Key;
  readonly jobKey: Key;
}

/** The job's row gets the new retries; nothing else changes. */
export interface JobRetriesUpdated {
  readonly type: 'job_retries_updated';
  readonly processInstanceKey: Key;
  readonly jobKey: Key;
  readonly retries: number;
}

/** The job's row gets the state error_thrown: not activatable until its incident is resolved. */
export interface JobErrorThrown {
  readonly type: 'job_error_thrown';
  readonly processInstanceKey: Key;
  readonly jobKey: Key;
  readonly errorCode: string;
  readonly errorMessage: string;
}

/** The job's row gets the state failed while an oversized job waits for an operator. */
export interface JobSuspended {
  readonly type: 'job_suspended';
  readonly processInstanceKey: Key;
  readonly jobKey: Key;
}

/** Commands of clients and of the shell's clock about one job. */
export type JobCommand =
  | CompleteJob
  | FailJob
  | ThrowJobError
  | UpdateJobRetries
  | EndJobBackoff
  | RefuseOversizedJob;

/** What happens to a job. */
export type JobEvent =
  | JobCreated
  | JobCompleted
  | JobCanceled
  | JobFailed
  | JobMadeActivatable
  | JobRetriesUpdated
  | JobErrorThrown
  | JobSuspended;
