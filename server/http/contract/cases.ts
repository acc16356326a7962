import { z } from 'zod';
import { Attachment, FormView, IdParams, Instant, JsonObject, Lamp } from './common.ts';
import { route } from './route.ts';

/** The head line of a case, the same on every screen. */
export const CaseHead = z.object({
  id: z.string(),
  number: z.string(),
  processKey: z.string(),
  processName: z.string(),
  state: z.string(),
  stateName: z.string(),
  publicStage: z.string(),
  applicant: z.string(),
  placeName: z.string(),
  officeName: z.string(),
  lodgedAt: Instant,
  dueAt: Instant.nullable(),
  lamp: Lamp,
  restText: z.string(),
  amountFen: z.number().int().nullable(),
  fund: z.string().nullable(),
  emergency: z.boolean(),
  flags: z.array(z.string()),
});
export type CaseHead = z.infer<typeof CaseHead>;

export const Opinion = z.object({
  result: z.string(),
  resultName: z.string(),
  text: z.string(),
  name: z.string(),
  capacity: z.string(),
  at: Instant,
  taskName: z.string(),
});
export type Opinion = z.infer<typeof Opinion>;

export const SavedForm = FormView.pick({ schema: true, uiSchema: true }).extend({
  id: z.string(),
  formKey: z.string(),
  title: z.string(),
  data: JsonObject,
  savedBy: z.string(),
  savedAt: Instant,
});
export type SavedForm = z.infer<typeof SavedForm>;

export const IssuedDocument = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  issuedAt: Instant,
});
export type IssuedDocument = z.infer<typeof IssuedDocument>;

export const TimelineEntry = z.object({
  at: Instant,
  text: z.string(),
  actor: z.string().optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** The legal clock of a case, explained span by span. */
export const CaseClock = z.object({
  state: z.string(),
  dueAt: Instant.nullable(),
  spans: z.array(
    z.object({
      kind: z.enum(['running', 'stopped']),
      from: Instant,
      to: Instant.nullable(),
      reason: z.string(),
    }),
  ),
  explanation: z.string(),
});
export type CaseClock = z.infer<typeof CaseClock>;

export const DecisionEntry = z.object({
  decisionId: z.string(),
  name: z.string(),
  at: Instant,
  inputs: z.array(z.object({ name: z.string(), value: z.unknown() })),
  output: z.unknown(),
  outcome: z.string().describe('结果的中文说明'),
  rules: z.array(z.object({ id: z.string(), index: z.number().int() })),
});
export type DecisionEntry = z.infer<typeof DecisionEntry>;

export const CaseTask = z.object({
  id: z.string(),
  name: z.string(),
  elementId: z.string(),
  state: z.string(),
  assigneeName: z.string().nullable(),
  createdAt: Instant,
  completedAt: Instant.nullable(),
  dueAt: Instant.nullable(),
});
export type CaseTask = z.infer<typeof CaseTask>;

export const SupplementItem = z.object({
  id: z.string(),
  material: z.string(),
  problem: z.string(),
  howToFix: z.string(),
  answer: z.string().nullable(),
  attachments: z.array(Attachment),
});
export type SupplementItem = z.infer<typeof SupplementItem>;

export const CaseView = z.object({
  head: CaseHead,
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  forms: z.array(SavedForm),
  opinions: z.array(Opinion),
  materials: z.array(Attachment),
  documents: z.array(IssuedDocument),
  timeline: z.array(TimelineEntry),
  clock: CaseClock,
  decisions: z.array(DecisionEntry),
  tasks: z.array(CaseTask),
  supplements: z.array(
    z.object({ id: z.string(), deadline: Instant, items: z.array(SupplementItem) }),
  ),
  mayDo: z
    .array(z.string())
    .describe('withdraw, terminate, extend, objection, end-emergency, recovery'),
});
export type CaseView = z.infer<typeof CaseView>;

export const CaseQuery = z.object({
  q: z.string().max(100).optional(),
  state: z.string().max(40).optional(),
  process: z.string().max(80).optional(),
  cursor: z.string().max(200).optional(),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const CaseList = z.object({
  items: z.array(CaseHead),
  nextCursor: z.string().nullable(),
});
export type CaseList = z.infer<typeof CaseList>;

export const Diagram = z.object({
  xml: z.string(),
  bpmnProcessId: z.string(),
  definitionVersion: z.number().int(),
  processes: z.array(z.object({ bpmnProcessId: z.string(), name: z.string() })),
  elements: z.array(
    z.object({
      elementId: z.string(),
      state: z.enum(['active', 'done', 'incident']),
      enteredAt: Instant,
      leftAt: Instant.nullable(),
      count: z.number().int(),
    }),
  ),
});
export type Diagram = z.infer<typeof Diagram>;

export const Reason = z.object({ reason: z.string().min(2).max(500) });
export type Reason = z.infer<typeof Reason>;

/** An objection raised in the publicity time, lodged by an office for somebody. */
export const ObjectionInput = z.object({
  text: z.string().min(4).max(1000),
  contact: z.string().max(100).optional(),
});
export type ObjectionInput = z.infer<typeof ObjectionInput>;

const tag = '案件 Cases';

export const listCases = route({
  id: 'case.list',
  method: 'get',
  path: '/api/cases',
  summary: '案件查询',
  tag,
  audience: 'staff',
  query: CaseQuery,
  answer: CaseList,
});

export const readCase = route({
  id: 'case.read',
  method: 'get',
  path: '/api/cases/{id}',
  summary: '案件详情',
  tag,
  audience: 'staff',
  params: IdParams,
  answer: CaseView,
});

export const readDiagram = route({
  id: 'case.diagram',
  method: 'get',
  path: '/api/cases/{id}/diagram',
  summary: '案件流程图与运行位置',
  tag,
  audience: 'staff',
  params: IdParams,
  query: z.object({ process: z.string().max(80).optional() }),
  answer: Diagram,
});

export const withdrawCase = route({
  id: 'case.withdraw',
  method: 'post',
  path: '/api/cases/{id}/withdraw',
  summary: '代申请人撤回',
  tag,
  audience: 'staff',
  params: IdParams,
  body: Reason,
  answer: CaseHead,
});

export const terminateCase = route({
  id: 'case.terminate',
  method: 'post',
  path: '/api/cases/{id}/terminate',
  summary: '终止（死亡、迁出等）',
  tag,
  audience: 'staff',
  params: IdParams,
  body: Reason,
  answer: CaseHead,
});

export const extendCase = route({
  id: 'case.extend',
  method: 'post',
  path: '/api/cases/{id}/extend',
  summary: '延期一次',
  tag,
  audience: 'staff',
  params: IdParams,
  body: Reason.extend({
    days: z.number().int().min(1).max(30).optional().describe('缺省为参数 extendDays'),
  }),
  answer: CaseHead,
});

export const endEmergency = route({
  id: 'case.end-emergency',
  method: 'post',
  path: '/api/cases/{id}/end-emergency',
  summary: '紧急情况解除',
  tag,
  audience: 'staff',
  params: IdParams,
  body: Reason,
  answer: CaseHead,
});

export const reportFraud = route({
  id: 'case.recovery',
  method: 'post',
  path: '/api/cases/{id}/recovery',
  summary: '报告骗取救助，启动追回',
  tag,
  audience: 'staff',
  params: IdParams,
  body: Reason,
  answer: CaseHead,
});

export const objectToCase = route({
  id: 'case.objection',
  method: 'post',
  path: '/api/cases/{id}/objection',
  summary: '登记公示异议',
  tag,
  audience: 'staff',
  params: IdParams,
  body: ObjectionInput,
  answer: CaseHead,
});
