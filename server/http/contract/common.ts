import { z } from 'zod';

/** An instant in UTC, ISO 8601. */
export const Instant = z.string().describe('ISO 8601 instant in UTC');

/** A calendar day in Asia/Shanghai. */
export const Day = z.string().describe('YYYY-MM-DD in Asia/Shanghai');

export const JsonObject = z.record(z.string(), z.unknown());
export type JsonObject = z.infer<typeof JsonObject>;

export const IdParams = z.object({ id: z.string().min(1).max(80) });
export const Empty = z.object({});

/** How much time is left, as the lamp beside a case shows it. */
export const Lamp = z.enum(['in_time', 'due_soon', 'overdue', 'stopped', 'none']);
export type Lamp = z.infer<typeof Lamp>;

export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

export const FieldProblem = z.object({
  path: z.string().describe('JSON pointer into the submitted data'),
  message: z.string(),
  messageEn: z.string().optional(),
  rule: z.string().optional(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

/** RFC 9457 problem document. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  detailEn: z.string(),
  errors: z.array(FieldProblem).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** A form as the browser renders it: schema and UI schema with all fragments resolved. */
export const FormView = z.object({
  key: z.string(),
  version: z.number().int(),
  title: Bilingual,
  schema: JsonObject,
  uiSchema: JsonObject,
  pages: z.array(z.array(z.string())),
});
export type FormView = z.infer<typeof FormView>;

export const Attachment = z.object({
  id: z.string(),
  class: z.string(),
  title: z.string(),
  fileName: z.string(),
  mime: z.string(),
  size: z.number().int(),
  uploadedAt: Instant,
});
export type Attachment = z.infer<typeof Attachment>;
