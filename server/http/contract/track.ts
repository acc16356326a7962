import { z } from 'zod';
import { ObjectionInput, SupplementItem } from './cases.ts';
import { Day, Empty, Instant } from './common.ts';
import { route } from './route.ts';

export const PublicStage = z.enum(['draft', 'submitted', 'processing', 'action_needed', 'closed']);
export type PublicStage = z.infer<typeof PublicStage>;

export const PublicOutcome = z.enum(['granted', 'refused', 'withdrawn', 'ended']);
export type PublicOutcome = z.infer<typeof PublicOutcome>;

/** Something that the citizen is asked to do now. */
export const PublicTodo = z.object({
  kind: z.enum(['supplement', 'evaluate']),
  items: z.array(SupplementItem),
  deadline: Day.nullable(),
});
export type PublicTodo = z.infer<typeof PublicTodo>;

/** A case as its applicant sees it: masked, in plain words, with what to do next. */
export const PublicCase = z.object({
  number: z.string(),
  serviceName: z.string(),
  applicantMasked: z.string(),
  stage: PublicStage,
  outcome: PublicOutcome.nullable(),
  sentence: z.string(),
  office: z.object({ name: z.string(), phone: z.string(), hours: z.string() }),
  lodgedAt: Instant,
  byDate: Day.nullable(),
  steps: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['done', 'now', 'ahead']),
      date: Day.nullable(),
    }),
  ),
  todo: PublicTodo.nullable(),
  documents: z.array(z.object({ id: z.string(), title: z.string() })),
  mayWithdraw: z.boolean(),
  mayObject: z.boolean(),
  mayEvaluate: z.boolean(),
});
export type PublicCase = z.infer<typeof PublicCase>;

export const TrackInput = z.object({
  number: z.string().min(4).max(40),
  queryCode: z.string().min(4).max(20),
});
export type TrackInput = z.infer<typeof TrackInput>;

export const SupplementAnswers = z.object({
  answers: z
    .array(
      z.object({
        itemId: z.string().max(80),
        text: z.string().max(1000).optional(),
        attachmentIds: z.array(z.string().max(80)).max(20).default([]),
      }),
    )
    .min(1)
    .max(50),
});
export type SupplementAnswers = z.input<typeof SupplementAnswers>;

export const WithdrawInput = z.object({
  reason: z.string().max(500).default(''),
  confirm: z.literal(true),
});
export type WithdrawInput = z.input<typeof WithdrawInput>;

export const EvaluationInput = z.object({
  level: z.number().int().min(1).max(5),
  tags: z.array(z.string().max(30)).max(10).default([]),
  text: z.string().max(500).default(''),
});
export type EvaluationInput = z.input<typeof EvaluationInput>;

const tag = '进度查询 Tracking';

export const openTrack = route({
  id: 'track.create',
  method: 'post',
  path: '/api/track',
  summary: '凭受理编号和查询码查询',
  tag,
  audience: 'public',
  body: TrackInput,
  answer: PublicCase,
});

export const readTrack = route({
  id: 'track.read',
  method: 'get',
  path: '/api/track',
  summary: '当前查询的办件',
  tag,
  audience: 'track',
  answer: PublicCase,
});

export const closeTrack = route({
  id: 'track.delete',
  method: 'delete',
  path: '/api/track',
  summary: '结束查询',
  tag,
  audience: 'public',
  answer: Empty,
});

export const answerSupplement = route({
  id: 'track.supplement',
  method: 'post',
  path: '/api/track/supplement',
  summary: '逐项补正',
  tag,
  audience: 'track',
  body: SupplementAnswers,
  answer: PublicCase,
});

export const withdrawByApplicant = route({
  id: 'track.withdraw',
  method: 'post',
  path: '/api/track/withdraw',
  summary: '撤回申请',
  tag,
  audience: 'track',
  body: WithdrawInput,
  answer: PublicCase,
});

export const objectByCitizen = route({
  id: 'track.objection',
  method: 'post',
  path: '/api/track/objection',
  summary: '提出异议',
  tag,
  audience: 'track',
  body: ObjectionInput,
  answer: PublicCase,
});

export const evaluateByCitizen = route({
  id: 'track.evaluation',
  method: 'post',
  path: '/api/track/evaluation',
  summary: '好差评',
  tag,
  audience: 'track',
  body: EvaluationInput,
  answer: PublicCase,
});
