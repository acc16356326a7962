import { checkSchema } from './check-schema.ts';
import { messagesOf } from './messages.ts';
import type { FormDefinition, Json } from './schema.ts';

/** One thing to repair in a form: where (JSON pointer), what to say, and the rule's name. */
export interface FormProblem {
  readonly path: string;
  readonly message: string;
  readonly messageEn: string;
  readonly rule: string;
}

/** What the judgement of a form depends on besides its data. */
export interface ValidationContext {
  /** The instant of the judgement: "today" is the day in Asia/Shanghai. */
  readonly now: Date;
  /** Codes of the divisions that exist; without it, existence is not judged. */
  readonly divisions?: { has(code: string): boolean } | undefined;
}

/**
 * Judges the data of a form: the same rules and sentences in the browser and on the server, without
 * generated code, so that a page needs no `unsafe-eval`.
 */
export function validateForm(
  form: Pick<FormDefinition, 'schema'>,
  data: Json | undefined,
  context: ValidationContext,
): { errors: readonly FormProblem[] } {
  const { divisions } = context;
  const violations = checkSchema(form.schema, data ?? {}, '', {
    today: todayInShanghai(context.now),
    isDivision: divisions === undefined ? undefined : (code) => divisions.has(code),
  });
  const errors = new Map<string, FormProblem>();
  for (const violation of violations) {
    const { path, rule } = violation;
    const problem = { path, rule, ...messagesOf(violation) };
    errors.set(`${path} ${problem.message}`, problem);
  }
  return { errors: [...errors.values()] };
}

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The calendar day in Asia/Shanghai, which has had no summer time since 1991. */
export function todayInShanghai(now: Date): string {
  return new Date(now.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}
