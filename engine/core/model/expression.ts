import { type Compiled, compile } from '../../feel/index.ts';
import { problem, type Result, success } from '../records/result.ts';
import { EXPRESSION_BYTES_MAX } from './limits.ts';

/** A text of the model that is taken as it stands. */
export interface StaticExpression {
  readonly kind: 'static';
  readonly text: string;
}

/** A text of the model that began with `=`: FEEL, compiled at deployment. */
export interface FeelExpression {
  readonly kind: 'feel';
  /** The text as it stands in the model, without its `=`. */
  readonly text: string;
  readonly compiled: Compiled;
}

/** A static text or a FEEL expression. */
export type Expression = StaticExpression | FeelExpression;

/** Reads a text that may be static or, after `=`, FEEL. */
export function parseExpression(text: string): Result<Expression, string> {
  const trimmed = text.trim();
  return trimmed.startsWith('=') ? parseFeel(trimmed) : success({ kind: 'static', text });
}

/** Reads a text that must be FEEL. */
export function parseFeel(text: string): Result<FeelExpression, string> {
  const trimmed = text.trim();
  if (!trimmed.startsWith('=')) {
    return problem(
      `Expected expression but found static value '${text}'. ` +
        `An expression must start with '=' (e.g. '=${text}').`,
    );
  }
  if (new TextEncoder().encode(trimmed).length > EXPRESSION_BYTES_MAX) {
    return problem(`Expected an expression of at most ${EXPRESSION_BYTES_MAX} bytes`);
  }
  const body = trimmed.slice(1).trim();
  const compiled = compile(body, 'expression');
  if (!compiled.ok) return problem(`failed to parse expression '${body}': ${compiled.message}`);
  return success({ kind: 'feel', text: body, compiled });
}
