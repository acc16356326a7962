import { z } from 'zod';
import { Empty, IdParams, Instant, JsonObject } from './common.ts';
import { route } from './route.ts';

/** The way by which an application came in. */
export const Channel = z.enum(['window', 'village', 'web', 'phone', 'terminal']);
export type Channel = z.infer<typeof Channel>;

/** Who carries the application for the applicant, when it is not the applicant. */
export const ProxyInput = z.object({
  kind: z.enum(['agent', 'clerk']),
  name: z.string().max(50),
  relation: z.string().max(50).optional(),
  note: z.string().max(200).optional(),
});
export type ProxyInput = z.input<typeof ProxyInput>;

export const ApplicationInput = z.object({
  processKey: z.string().min(1).max(80),
  channel: Channel,
  unitCode: z.string().regex(/^\d{12}$/),
  data: JsonObject,
  attachmentIds: z.array(z.string()).max(50).default([]),
  draftId: z.uuid().optional(),
  proxy: ProxyInput.optional(),
});
export type ApplicationInput = z.input<typeof ApplicationInput>;

export const ClueInput = z.object({
  processKey: z.string().max(80).default('temporary-relief'),
  entry: z.string().max(80).optional().describe('id of the entry point; the clue when absent'),
  unitCode: z.string().regex(/^\d{12}$/),
  data: JsonObject,
  attachmentIds: z.array(z.string()).max(50).default([]),
});
export type ClueInput = z.input<typeof ClueInput>;

/** What the person takes home: number, query code and where to ask. */
export const Receipt = z.object({
  caseId: z.string().optional(),
  number: z.string(),
  queryCode: z.string(),
  qr: z.string().describe('data URL of the QR code (SVG)'),
  lodgedAt: Instant,
  serviceName: z.string(),
  applicantMasked: z.string(),
  officeName: z.string(),
  officePhone: z.string(),
  trackUrl: z.string(),
  nextStep: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

export const DraftInput = z.object({
  processKey: z.string().min(1).max(80),
  formKey: z.string().min(1).max(80),
  data: JsonObject,
});
export type DraftInput = z.infer<typeof DraftInput>;

export const Draft = DraftInput.extend({ id: z.string(), savedAt: Instant });
export type Draft = z.infer<typeof Draft>;

const tag = '申请 Applications';

export const lodgeApplication = route({
  id: 'application.create',
  method: 'post',
  path: '/api/applications',
  summary: '提交申请',
  tag,
  audience: 'public',
  body: ApplicationInput,
  answer: Receipt,
  status: 201,
});

export const reportClue = route({
  id: 'clue.create',
  method: 'post',
  path: '/api/clues',
  summary: '上报线索',
  tag,
  audience: 'staff',
  body: ClueInput,
  answer: Receipt,
  status: 201,
});

export const saveDraft = route({
  id: 'draft.save',
  method: 'put',
  path: '/api/drafts/{id}',
  summary: '保存草稿',
  tag,
  audience: 'public',
  params: IdParams,
  body: DraftInput,
  answer: Draft,
});

export const readDraft = route({
  id: 'draft.read',
  method: 'get',
  path: '/api/drafts/{id}',
  summary: '读取草稿',
  tag,
  audience: 'public',
  params: IdParams,
  answer: Draft,
});

export const listDrafts = route({
  id: 'draft.list',
  method: 'get',
  path: '/api/drafts',
  summary: '我的草稿',
  tag,
  audience: 'public',
  answer: z.object({ items: z.array(Draft) }),
});

export const deleteDraft = route({
  id: 'draft.delete',
  method: 'delete',
  path: '/api/drafts/{id}',
  summary: '删除草稿',
  tag,
  audience: 'public',
  params: IdParams,
  answer: Empty,
});
