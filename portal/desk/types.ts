export type {
  Appointment,
  Attachment,
  CaseClock,
  CaseHead,
  CaseView,
  ClueInput,
  Completed,
  CompleteTask,
  DecisionEntry,
  Diagram,
  Division,
  Draft,
  FormView,
  IssuedDocument,
  JsonObject,
  Lamp,
  Me,
  Office,
  Opinion,
  PublicServiceEntry,
  Receipt,
  TaskAction,
  TaskView,
  TimelineEntry,
  WorkItem,
  WorkList,
  WorkQuery,
  WorkView,
} from '../../server/http/openapi.ts';

import type { ApplicationInput, WorkList } from '../../server/http/openapi.ts';

/** The numbers beside the saved views. */
export type WorkCounts = WorkList['counts'];

/** What lodges an application. */
export type LodgeInput = ApplicationInput;
