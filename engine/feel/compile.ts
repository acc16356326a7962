import type { Compiled, CompileError, CompileOptions, ExpressionKind } from './types.ts';

/**
 * Parses a FEEL text once and turns it into closures. The result can be evaluated many times
 * and at the same time; it keeps no state between evaluations.
 */
export function compile(
  text: string,
  _kind: ExpressionKind,
  _options: CompileOptions = {},
): Compiled | CompileError {
  return { ok: false, message: `line 1, column 1: Expected FEEL, but found '${text}'.`, position: 0 };
}
