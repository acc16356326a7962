import { z } from 'zod';
import { Instant } from './common.ts';
import { route } from './route.ts';

export const DefinitionFile = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9./-]{0,100}$/),
  content: z.string().max(2 * 1024 * 1024),
});
export type DefinitionFile = z.infer<typeof DefinitionFile>;

export const DefinitionVersion = z.object({
  version: z.number().int(),
  status: z.enum(['draft', 'submitted', 'published']),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  note: z.string(),
  publishedAt: Instant.nullable(),
  runningCases: z.number().int(),
});
export type DefinitionVersion = z.infer<typeof DefinitionVersion>;

export const DefinitionEntry = z.object({
  processKey: z.string(),
  name: z.string(),
  versions: z.array(DefinitionVersion),
});
export type DefinitionEntry = z.infer<typeof DefinitionEntry>;

export const DefinitionView = z.object({
  processKey: z.string(),
  version: z.number().int(),
  status: z.string(),
  files: z.array(DefinitionFile),
  running: z.array(
    z.object({ bpmnProcessId: z.string(), elementId: z.string(), count: z.number().int() }),
  ),
});
export type DefinitionView = z.infer<typeof DefinitionView>;

export const LintProblem = z.object({
  file: z.string(),
  elementId: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  rule: z.string(),
  message: z.string(),
});
export type LintProblem = z.infer<typeof LintProblem>;

export const LintReport = z.object({ problems: z.array(LintProblem) });
export type LintReport = z.infer<typeof LintReport>;

export const Incident = z.object({
  key: z.string(),
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  jobType: z.string(),
  elementId: z.string(),
  message: z.string(),
  at: Instant,
});
export type Incident = z.infer<typeof Incident>;

const tag = '流程定义 Definitions';
const KeyParams = z.object({ key: z.string().regex(/^[a-z0-9-]{1,60}$/) });
const Files = z.object({ files: z.array(DefinitionFile).min(1).max(60) });

export const listDefinitions = route({
  id: 'definition.list',
  method: 'get',
  path: '/api/definitions',
  summary: '流程定义与版本',
  tag,
  audience: 'staff',
  answer: z.object({ items: z.array(DefinitionEntry) }),
});

export const readDefinition = route({
  id: 'definition.read',
  method: 'get',
  path: '/api/definitions/{key}/{version}',
  summary: '流程定义的文件与在办数量',
  tag,
  audience: 'staff',
  params: KeyParams.extend({ version: z.string().regex(/^\d{1,6}$/) }),
  answer: DefinitionView,
});

export const saveDefinitionDraft = route({
  id: 'definition.draft',
  method: 'put',
  path: '/api/definitions/{key}/draft',
  summary: '保存流程草稿',
  tag,
  audience: 'staff',
  params: KeyParams,
  body: Files.extend({ note: z.string().max(500).default('') }),
  answer: z.object({ version: z.number().int() }),
});

export const lintDefinition = route({
  id: 'definition.lint',
  method: 'post',
  path: '/api/definitions/{key}/lint',
  summary: '发布前检查',
  tag,
  audience: 'staff',
  params: KeyParams,
  body: Files,
  answer: LintReport,
});

export const submitDefinition = route({
  id: 'definition.submit',
  method: 'post',
  path: '/api/definitions/{key}/submit',
  summary: '提交发布',
  tag,
  audience: 'staff',
  params: KeyParams,
  answer: DefinitionVersion,
});

export const publishDefinition = route({
  id: 'definition.publish',
  method: 'post',
  path: '/api/definitions/{key}/publish',
  summary: '发布（须为第二人）',
  tag,
  audience: 'staff',
  params: KeyParams,
  answer: DefinitionVersion,
});

export const listIncidents = route({
  id: 'incident.list',
  method: 'get',
  path: '/api/incidents',
  summary: '运行异常',
  tag,
  audience: 'staff',
  answer: z.object({ items: z.array(Incident) }),
});
