import {
  compile,
  type Evaluation,
  type ExpressionKind,
  type JsonValue,
} from '../../../engine/feel/index.ts';

export type Variables = { readonly [name: string]: JsonValue };

/** 2026-11-24T11:04:05.678 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 24, 3, 4, 5, 678);

export const environment = { now: NOW, zone: 'Asia/Shanghai' } as const;

export function lookupOf(variables: Variables) {
  return {
    get: (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    has: (name: string) => Object.hasOwn(variables, name),
  };
}

/** Compiles and evaluates; a text that does not compile fails the test. */
export function evaluate(
  text: string,
  variables: Variables = {},
  kind: ExpressionKind = 'expression',
): Evaluation {
  const compiled = compile(text, kind);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.message}`);
  return compiled.evaluate(lookupOf(variables), environment);
}

/** The value, where one is expected. */
export function feel(text: string, variables: Variables = {}): JsonValue {
  const evaluation = evaluate(text, variables);
  if (!evaluation.ok) throw new Error(`${text}: ${evaluation.message}`);
  return evaluation.value;
}
