import type { JsonRecord } from './case-rows.ts';

/** Open tasks wait for anybody of the candidates; a claimed one has one owner. */
export type TaskState = 'open' | 'claimed' | 'completed' | 'cancelled';

/** A piece of human work on a case. */
export interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly jobKey: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly processKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly formKey: string | null;
  readonly act: string;
  readonly headers: Record<string, string>;
  readonly state: TaskState;
  readonly assigneeId: string | null;
  readonly leaseVersion: number;
  readonly claimedAt: Date | null;
  readonly completedAt: Date | null;
  readonly completedBy: string | null;
  readonly capacity: string | null;
  readonly action: string | null;
  readonly dueAt: Date | null;
  readonly urgent: boolean;
  readonly createdAt: Date;
}

/** A position at a unit whose holders may take a task. */
export interface TaskCandidateRow {
  readonly id: string;
  readonly taskId: string;
  readonly positionCode: string;
  readonly unitCode: string;
}

/** A signature on a task that needs more than one signer. */
export interface TaskSignatureRow {
  readonly id: string;
  readonly taskId: string;
  readonly userId: string;
  readonly capacity: string;
  readonly at: Date;
}

/** What somebody has typed into a task and not yet handed in. */
export interface TaskDraftRow {
  readonly taskId: string;
  readonly userId: string;
  readonly data: JsonRecord;
  readonly savedAt: Date;
}

/** The opinion that a person gave with a decision. */
export interface OpinionRow {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly taskName: string;
  readonly elementId: string;
  readonly result: string;
  readonly text: string | null;
  readonly basis: readonly string[];
  readonly userId: string;
  readonly userName: string;
  readonly capacity: string;
  readonly at: Date;
}

/** A file handed in with a case or with a draft. */
export interface AttachmentRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly draftId: string | null;
  readonly class: string;
  readonly title: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
  /** Loaded only when asked for. */
  readonly content?: Uint8Array;
  readonly source: string;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Date;
}

/** A numbered paper that the system issued in a case. */
export interface DocumentRow {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly facts: JsonRecord;
  /** Loaded only when asked for. */
  readonly pdf?: Uint8Array;
  readonly sha256: string;
  readonly issuedBy: string | null;
  readonly issuedAt: Date;
}

/** A job whose effect is already in the database. */
export interface HandledJobRow {
  readonly jobKey: string;
  readonly type: string;
  readonly caseId: string | null;
  readonly processInstanceKey: string | null;
  readonly bpmnProcessId: string | null;
  readonly elementId: string | null;
  readonly result: JsonRecord | null;
  readonly handledAt: Date;
}

/** A job that the server gave up after its last try. */
export interface FailedJobRow {
  readonly jobKey: string;
  readonly type: string;
  readonly caseId: string | null;
  readonly elementId: string;
  readonly message: string;
  readonly failedAt: Date;
}

/** A command for the engine, written with the change that caused it. */
export interface OutboxRow {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly payload: JsonRecord;
  readonly caseId: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date;
  readonly sentAt: Date | null;
  readonly outcome: string | null;
}
