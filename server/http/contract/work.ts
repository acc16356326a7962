import { z } from 'zod';
import { CaseHead } from './cases.ts';
import { FormView, IdParams, Instant, JsonObject, Lamp } from './common.ts';
import { route } from './route.ts';

/** One line of the work list. */
export const WorkItem = z.object({
  taskId: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  processName: z.string(),
  taskName: z.string(),
  elementId: z.string(),
  applicant: z.string(),
  placeName: z.string(),
  receivedAt: Instant,
  dueAt: Instant.nullable(),
  lamp: Lamp,
  restText: z.string(),
  state: z.string(),
  assigneeName: z.string().nullable(),
  mine: z.boolean(),
  urgent: z.boolean(),
});
export type WorkItem = z.infer<typeof WorkItem>;

export const WorkView = z.enum(['mine', 'office', 'due', 'supplement', 'done', 'all']);
export type WorkView = z.infer<typeof WorkView>;

export const WorkQuery = z.object({
  view: WorkView.default('mine'),
  process: z.string().max(80).optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(['due', 'received']).default('due'),
  cursor: z.string().max(200).optional(),
});
export type WorkQuery = z.input<typeof WorkQuery>;

export const WorkList = z.object({
  items: z.array(WorkItem),
  counts: z.object({
    mine: z.number().int(),
    office: z.number().int(),
    due: z.number().int(),
    supplement: z.number().int(),
    doneToday: z.number().int(),
  }),
  processes: z
    .array(z.object({ key: z.string(), name: z.string() }))
    .describe('values of the filter by procedure'),
  nextCursor: z.string().nullable(),
});
export type WorkList = z.infer<typeof WorkList>;

/** A button under a task's form, and what pressing it does. */
export const TaskAction = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['primary', 'secondary', 'danger']),
  needsText: z.boolean(),
  needsForm: z.boolean().describe('false: the form need not be complete for this action'),
  effect: z.string(),
});
export type TaskAction = z.infer<typeof TaskAction>;

export const TaskView = z.object({
  task: z.object({
    id: z.string(),
    name: z.string(),
    elementId: z.string(),
    state: z.enum(['open', 'claimed', 'completed', 'cancelled']),
    act: z.string(),
    leaseVersion: z.number().int(),
    assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
    createdAt: Instant,
    dueAt: Instant.nullable(),
    lamp: Lamp,
    restText: z.string(),
    signers: z.object({
      needed: z.number().int(),
      signed: z.array(z.object({ name: z.string(), capacity: z.string(), at: Instant })),
    }),
    capacities: z.array(z.string()).describe('offices that this task waits for'),
    mayClaim: z.boolean(),
    mayAct: z.boolean(),
    why: z.string().optional().describe('the reason when the person may not act'),
  }),
  case: CaseHead,
  form: FormView.nullable(),
  data: JsonObject.describe('what was typed so far'),
  prefill: JsonObject.describe('what the system knows; the form starts with it'),
  actions: z.array(TaskAction),
});
export type TaskView = z.infer<typeof TaskView>;

export const OpinionInput = z.object({
  result: z.string().max(40).optional(),
  text: z.string().max(2000).default(''),
});
export type OpinionInput = z.input<typeof OpinionInput>;

export const CompleteTask = z.object({
  leaseVersion: z.number().int().min(0),
  action: z.string().min(1).max(60),
  data: JsonObject,
  opinion: OpinionInput.optional(),
});
export type CompleteTask = z.input<typeof CompleteTask>;

export const Completed = z.object({
  nextTaskId: z.string().nullable(),
  waitsForSigners: z.number().int().describe('how many more persons must sign; 0 when done'),
});
export type Completed = z.infer<typeof Completed>;

const tag = '待办 Work';

export const listWork = route({
  id: 'task.list',
  method: 'get',
  path: '/api/work-list',
  summary: '工作列表',
  tag,
  audience: 'staff',
  query: WorkQuery,
  answer: WorkList,
});

export const readTask = route({
  id: 'task.read',
  method: 'get',
  path: '/api/tasks/{id}',
  summary: '任务详情',
  tag,
  audience: 'staff',
  params: IdParams,
  answer: TaskView,
});

export const claimTask = route({
  id: 'task.claim',
  method: 'post',
  path: '/api/tasks/{id}/claim',
  summary: '签收任务',
  tag,
  audience: 'staff',
  params: IdParams,
  body: z.object({ leaseVersion: z.number().int().min(0) }),
  answer: TaskView,
});

export const releaseTask = route({
  id: 'task.release',
  method: 'post',
  path: '/api/tasks/{id}/release',
  summary: '退回任务池',
  tag,
  audience: 'staff',
  params: IdParams,
  answer: TaskView,
});

export const saveTaskDraft = route({
  id: 'task.draft',
  method: 'put',
  path: '/api/tasks/{id}/draft',
  summary: '暂存',
  tag,
  audience: 'staff',
  params: IdParams,
  body: z.object({ data: JsonObject }),
  answer: z.object({ savedAt: Instant }),
});

export const completeTask = route({
  id: 'task.complete',
  method: 'post',
  path: '/api/tasks/{id}/complete',
  summary: '办理完成',
  tag,
  audience: 'staff',
  params: IdParams,
  body: CompleteTask,
  answer: Completed,
});
