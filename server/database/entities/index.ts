import { AppUser } from './app-user.ts';
import { ApplicationDraft } from './application-draft.ts';
import { Appointment } from './appointment.ts';
import { Attachment } from './attachment.ts';
import { AuditHead } from './audit-head.ts';
import { AuditLeaf } from './audit-leaf.ts';
import { CalendarYear } from './calendar-year.ts';
import { CaseAct } from './case-act.ts';
import { CaseFile } from './case-file.ts';
import { CaseForm } from './case-form.ts';
import { CaseInstance } from './case-instance.ts';
import { ClockEvent } from './clock-event.ts';
import { DecisionLog } from './decision-log.ts';
import { Definition } from './definition.ts';
import { Document } from './document.ts';
import { Evaluation } from './evaluation.ts';
import { FailedJob } from './failed-job.ts';
import { HandledJob } from './handled-job.ts';
import { Holiday } from './holiday.ts';
import { Notification } from './notification.ts';
import { NumberSequence } from './number-sequence.ts';
import { Objection } from './objection.ts';
import { Opinion } from './opinion.ts';
import { OrgUnit } from './org-unit.ts';
import { Outbox } from './outbox.ts';
import { Parameter } from './parameter.ts';
import { Payment } from './payment.ts';
import { Position } from './position.ts';
import { Publicity } from './publicity.ts';
import { Relative } from './relative.ts';
import { Session } from './session.ts';
import { SupplementItem } from './supplement-item.ts';
import { SupplementNotice } from './supplement-notice.ts';
import { Task } from './task.ts';
import { TaskCandidate } from './task-candidate.ts';
import { TaskDraft } from './task-draft.ts';
import { TaskSignature } from './task-signature.ts';

/** Every entity of the application, in the order of the schema. */
export const entities = [
  OrgUnit,
  Position,
  AppUser,
  Appointment,
  Relative,
  Session,
  Holiday,
  CalendarYear,
  Parameter,
  CaseFile,
  CaseInstance,
  CaseForm,
  CaseAct,
  ClockEvent,
  Task,
  TaskCandidate,
  TaskSignature,
  TaskDraft,
  Opinion,
  Attachment,
  Document,
  Publicity,
  Objection,
  Payment,
  DecisionLog,
  Notification,
  Evaluation,
  SupplementNotice,
  SupplementItem,
  AuditLeaf,
  AuditHead,
  Outbox,
  HandledJob,
  FailedJob,
  NumberSequence,
  ApplicationDraft,
  Definition,
] as const;

export {
  ApplicationDraft,
  Appointment,
  AppUser,
  Attachment,
  AuditHead,
  AuditLeaf,
  CalendarYear,
  CaseAct,
  CaseFile,
  CaseForm,
  CaseInstance,
  ClockEvent,
  DecisionLog,
  Definition,
  Document,
  Evaluation,
  FailedJob,
  HandledJob,
  Holiday,
  Notification,
  NumberSequence,
  Objection,
  Opinion,
  OrgUnit,
  Outbox,
  Parameter,
  Payment,
  Position,
  Publicity,
  Relative,
  Session,
  SupplementItem,
  SupplementNotice,
  Task,
  TaskCandidate,
  TaskDraft,
  TaskSignature,
};
