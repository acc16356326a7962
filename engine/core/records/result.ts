/** Either a value or the reason why there is none. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** Wraps a value that was found. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps the reason why there is no value. */
export function problem<Problem>(reason: Problem): {
  readonly ok: false;
  readonly problem: Problem;
} {
  return { ok: false, problem: reason };
}
