import type { AuditEntry } from '../../domain/audit/audit-chain.ts';
import type * as cases from './case-rows.ts';
import type * as office from './office-rows.ts';
import type * as tasks from './task-rows.ts';

/** The tables of the application by name, as the use cases see them. */
export interface Tables {
  OrgUnit: office.UnitRow;
  Position: office.PositionRow;
  AppUser: office.UserRow;
  Appointment: office.AppointmentRow;
  Relative: office.RelativeRow;
  Session: office.SessionRow;
  Holiday: office.HolidayRow;
  CalendarYear: office.CalendarYearRow;
  Parameter: office.ParameterRow;
  ApplicationDraft: office.DraftRow;
  Definition: office.DefinitionRow;
  CaseFile: cases.CaseRow;
  CaseInstance: cases.CaseInstanceRow;
  CaseForm: cases.CaseFormRow;
  CaseAct: cases.CaseActRow;
  ClockEvent: cases.ClockEventRow;
  Publicity: cases.PublicityRow;
  Objection: cases.ObjectionRow;
  Payment: cases.PaymentRow;
  DecisionLog: cases.DecisionRow;
  Notification: cases.NotificationRow;
  Evaluation: cases.EvaluationRow;
  SupplementNotice: cases.SupplementNoticeRow;
  SupplementItem: cases.SupplementItemRow;
  Task: tasks.TaskRow;
  TaskCandidate: tasks.TaskCandidateRow;
  TaskSignature: tasks.TaskSignatureRow;
  TaskDraft: tasks.TaskDraftRow;
  Opinion: tasks.OpinionRow;
  Attachment: tasks.AttachmentRow;
  Document: tasks.DocumentRow;
  HandledJob: tasks.HandledJobRow;
  FailedJob: tasks.FailedJobRow;
  Outbox: tasks.OutboxRow;
}

export type TableName = keyof Tables;

/** A comparison of one column: a value, a list of values, or operators. */
export type Condition<Value> =
  | Value
  | { readonly $in: readonly Value[] }
  | { readonly $ne: Value }
  | { readonly $gt?: Value; readonly $gte?: Value; readonly $lt?: Value; readonly $lte?: Value }
  | { readonly $ilike: string };

/** Rows for which all conditions hold. */
export type Where<Row> = { readonly [Key in keyof Row]?: Condition<Row[Key]> } & {
  readonly $or?: readonly Where<Row>[];
  readonly $and?: readonly Where<Row>[];
};

export interface FindOptions<Row> {
  readonly orderBy?: { readonly [Key in keyof Row]?: 'asc' | 'desc' };
  readonly limit?: number;
  readonly offset?: number;
  /** Locks the rows found until the transaction ends. */
  readonly lock?: boolean;
  /** Locks the rows found and leaves out those that somebody else has locked. */
  readonly skipLocked?: boolean;
  /** Columns with bytes that are left out otherwise. */
  readonly withBytes?: boolean;
}

type NullableKeys<Row> = {
  [Key in keyof Row]-?: null extends Row[Key] ? Key : undefined extends Row[Key] ? Key : never;
}[keyof Row];

/** A row to be inserted: what may be null may be left out. */
export type NewRow<Row> = Omit<Row, NullableKeys<Row>> & Partial<Pick<Row, NullableKeys<Row>>>;

/** Reading and changing rows inside one transaction. */
export interface Transaction {
  find<Name extends TableName>(
    table: Name,
    where: Where<Tables[Name]>,
    options?: FindOptions<Tables[Name]>,
  ): Promise<Tables[Name][]>;
  one<Name extends TableName>(
    table: Name,
    where: Where<Tables[Name]>,
    options?: FindOptions<Tables[Name]>,
  ): Promise<Tables[Name] | undefined>;
  count<Name extends TableName>(table: Name, where: Where<Tables[Name]>): Promise<number>;
  insert<Name extends TableName>(table: Name, row: NewRow<Tables[Name]>): Promise<void>;
  update<Name extends TableName>(
    table: Name,
    where: Where<Tables[Name]>,
    changes: Partial<Tables[Name]>,
  ): Promise<number>;
  remove<Name extends TableName>(table: Name, where: Where<Tables[Name]>): Promise<number>;
  /** The next number of a series, without gaps once the transaction commits. */
  nextNumber(series: string): Promise<number>;
  /** Writes a line of the audit trail when the transaction commits. */
  audit(entry: AuditEntry): void;
  /** Runs once the transaction has committed, never when it has not. */
  afterCommit(work: () => void): void;
  /** A hand-written query; parameters are `?`. */
  query<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
}

/** The database as the use cases know it. */
export interface Records {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
