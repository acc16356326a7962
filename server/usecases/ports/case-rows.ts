import type { CaseOutcome, CaseState } from '../../domain/case/case-state.ts';
import type { ClockEventKind, ClockState } from '../../domain/deadline/case-clock.ts';
import type { LimitUnit } from '../../domain/deadline/limit.ts';

/** Any JSON object, such as the data of a form. */
export type JsonRecord = Record<string, unknown>;

/** A case from lodging to the archive. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly queryCodeHash: string;
  readonly queryFailures: number;
  readonly queryLockedUntil: Date | null;
  readonly processKey: string;
  readonly processVersion: number;
  readonly itemCode: string | null;
  readonly unitCode: string;
  readonly townCode: string;
  readonly countyCode: string;
  readonly channel: string;
  readonly applyAs: string | null;
  readonly state: CaseState;
  readonly publicStage: string | null;
  readonly outcome: CaseOutcome | null;
  readonly flags: readonly string[];
  readonly applicantName: string;
  readonly applicantIdHash: string | null;
  readonly amountFen: number | null;
  readonly fund: string | null;
  readonly emergency: boolean;
  readonly track: string | null;
  readonly lodgedAt: Date;
  readonly acceptedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly clockState: ClockState;
  readonly createdBy: string | null;
  readonly originCaseId: string | null;
  /** The draft that it was handed in from, and the token of its anonymous owner. */
  readonly draftId: string | null;
  readonly draftTokenHash: string | null;
}

/** A process instance that carries a case. */
export interface CaseInstanceRow {
  readonly processInstanceKey: string;
  readonly caseId: string;
  readonly bpmnProcessId: string;
  readonly definitionVersion: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** One saved revision of a form of a case. */
export interface CaseFormRow {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly formKey: string;
  readonly formVersion: number;
  readonly data: JsonRecord;
  readonly revision: number;
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

/** One act of one person on a case: what separation of duties looks at. */
export interface CaseActRow {
  readonly id: string;
  readonly caseId: string;
  readonly userId: string;
  readonly act: string;
  readonly elementId: string;
  readonly positionCode: string | null;
  readonly unitCode: string | null;
  readonly at: Date;
}

/** What happened to the legal clock of a case. */
export interface ClockEventRow {
  readonly id: string;
  readonly caseId: string;
  readonly kind: ClockEventKind;
  readonly at: Date;
  readonly reason: string | null;
  readonly limitCount: number | null;
  readonly limitUnit: LimitUnit | null;
  readonly calendarVersion: string | null;
  readonly provisional: boolean;
  readonly dueAt: Date | null;
}

/** A public notice about a case and the time it hangs. */
export interface PublicityRow {
  readonly id: string;
  readonly caseId: string;
  readonly text: string;
  readonly isPublic: boolean;
  readonly postedAt: Date;
  readonly endsAt: Date;
  readonly closedAt: Date | null;
  readonly objections: number;
}

/** An objection against a public notice. */
export interface ObjectionRow {
  readonly id: string;
  readonly caseId: string;
  readonly publicityId: string | null;
  readonly name: string | null;
  readonly contact: string | null;
  readonly text: string;
  readonly receivedAt: Date;
  readonly upheld: boolean | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

/** Money or goods paid out in a case. */
export interface PaymentRow {
  readonly id: string;
  readonly caseId: string;
  readonly voucherNo: string | null;
  readonly method: string;
  readonly fund: string;
  readonly amountFen: number;
  readonly payee: string;
  readonly accountLast4: string | null;
  readonly preparedBy: string | null;
  readonly preparedAt: Date | null;
  readonly paidBy: string | null;
  readonly paidAt: Date | null;
  readonly state: 'prepared' | 'paid' | 'reversed';
  readonly reversedReason: string | null;
}

/** One evaluation of a decision table. */
export interface DecisionRow {
  readonly id: string;
  readonly caseId: string;
  readonly jobKey: string | null;
  readonly decisionId: string;
  readonly name: string;
  readonly decisionVersion: number | null;
  readonly inputs: unknown;
  readonly output: unknown;
  readonly matchedRules: unknown;
  readonly at: Date;
}

/** A message to the applicant. */
export interface NotificationRow {
  readonly id: string;
  readonly caseId: string;
  readonly template: string;
  readonly channel: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly readAt: Date | null;
}

/** The five-level evaluation of a case by the applicant. */
export interface EvaluationRow {
  readonly id: string;
  readonly caseId: string;
  readonly itemCode: string | null;
  readonly unitCode: string;
  readonly channel: string | null;
  readonly invitedAt: Date;
  readonly level: number | null;
  readonly tags: readonly string[];
  readonly text: string | null;
  readonly givenAt: Date | null;
  readonly rectification: JsonRecord | null;
}

/** The one full notice of what is missing in an application. */
export interface SupplementNoticeRow {
  readonly id: string;
  readonly caseId: string;
  readonly round: number;
  readonly supervisorReason: string | null;
  readonly sentAt: Date;
  readonly deadlineAt: Date;
  readonly answeredAt: Date | null;
  readonly sentBy: string | null;
}

/** One gap of a supplement notice and the answer to it. */
export interface SupplementItemRow {
  readonly id: string;
  readonly noticeId: string;
  readonly ordinal: number;
  readonly material: string;
  readonly problem: string;
  readonly howToFix: string;
  readonly answer: string | null;
  readonly attachmentIds: readonly string[];
  readonly answeredAt: Date | null;
}
