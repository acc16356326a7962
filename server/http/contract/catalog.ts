import { z } from 'zod';
import { Bilingual, FormView, Instant } from './common.ts';
import { route } from './route.ts';

/** A matter that a person can apply for, as the public guide shows it. */
export const PublicServiceEntry = z.object({
  processKey: z.string(),
  name: Bilingual,
  kind: z.string(),
  summary: z.string(),
  formKey: z.string(),
  clueFormKey: z.string().nullable(),
  version: z.number().int(),
  legalBasis: z.array(z.object({ title: z.string(), article: z.string() })),
  limits: z.array(z.object({ label: z.string(), value: z.string() })),
  materials: z.array(
    z.object({ class: z.string(), title: z.string(), required: z.boolean(), note: z.string() }),
  ),
  publicStages: z.array(z.object({ id: z.string(), name: z.string() })),
  fee: z.string(),
});
export type PublicServiceEntry = z.infer<typeof PublicServiceEntry>;

export const Division = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  name: z.string(),
  level: z.string(),
  hasChildren: z.boolean(),
});
export type Division = z.infer<typeof Division>;

/** The office that answers for a place, with what a visitor needs to know. */
export const Office = z.object({
  unitCode: z.string(),
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  hours: z.string(),
});
export type Office = z.infer<typeof Office>;

const tag = '目录 Catalog';
const FormKeyParams = z.object({ key: z.string().regex(/^[a-z0-9-]{1,60}$/) });

export const readForm = route({
  id: 'form.read',
  method: 'get',
  path: '/api/forms/{key}',
  summary: '表单（最新版）',
  tag,
  audience: 'public',
  params: FormKeyParams,
  answer: FormView,
});

export const listServices = route({
  id: 'service.list',
  method: 'get',
  path: '/api/services',
  summary: '可申请事项',
  tag,
  audience: 'public',
  answer: z.object({ items: z.array(PublicServiceEntry), demo: z.boolean() }),
});

export const listDivisions = route({
  id: 'division.list',
  method: 'get',
  path: '/api/divisions',
  summary: '行政区划',
  tag,
  audience: 'public',
  query: z.object({ parent: z.string().max(12).optional(), code: z.string().max(12).optional() }),
  answer: z.object({ items: z.array(Division), offices: z.array(Office), asOf: Instant }),
});
