import type { EvaluationFailureCode } from './public.ts';

/**
 * Ends an evaluation that is beyond a limit or asserted something false. It is thrown because it
 * must pass through all closures at once; `evaluate` turns it into a value.
 */
export class FeelFailure extends Error {
  readonly code: EvaluationFailureCode;

  constructor(code: EvaluationFailureCode, message: string) {
    super(message);
    this.code = code;
  }
}
