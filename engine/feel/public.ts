/** A JSON value as it stands in process variables. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Where an expression finds its variables: an own look-up, so no copy of a scope is needed. */
export interface Lookup {
  get(name: string): JsonValue | undefined;
  has(name: string): boolean;
}

/** What an evaluation may know of the world: only what is passed here. */
export interface FeelEnvironment {
  /** Milliseconds since 1970; `now()` and `today()` read it. */
  readonly now: number;
  /** IANA zone of `now()` and `today()`; UTC when absent. */
  readonly zone?: string;
  /** Steps that one evaluation may take; `FEEL_FUEL_STEPS` when absent. */
  readonly fuel?: number;
}

/** A tolerated problem: the part that failed became null. */
export interface Warning {
  readonly code: string;
  /** Includes the code: `[NO_VARIABLE_FOUND] No variable found with name 'x'`. */
  readonly message: string;
}

/** Why an evaluation has no value at all. */
export type EvaluationFailureCode = 'fuel' | 'depth' | 'size' | 'assertion' | 'type';

export type Evaluation =
  | { readonly ok: true; readonly value: JsonValue; readonly warnings: readonly Warning[] }
  | {
      readonly ok: false;
      readonly code: EvaluationFailureCode;
      readonly message: string;
      readonly warnings: readonly Warning[];
    };

export type ExpressionKind = 'expression' | 'unary-tests';

/** An expression that was parsed once and is evaluated as often as needed. */
export interface Compiled {
  readonly ok: true;
  readonly kind: ExpressionKind;
  readonly text: string;
  /** Free variable names, in order of first use; built-in functions are not among them. */
  readonly names: readonly string[];
  /** For unary tests the tested value is the variable `?`; the value is then a boolean. */
  evaluate(variables: Lookup, environment: FeelEnvironment): Evaluation;
}

/** A text that is not FEEL, or is beyond a limit. */
export interface CompileError {
  readonly ok: false;
  /** Names the place: `line 1, column 5: …`. */
  readonly message: string;
  /** Offset in the text, from 0. */
  readonly position: number;
}

export interface CompileOptions {
  /** Names that cannot be told from the text alone, as `a-b` or `price (net)`. */
  readonly names?: readonly string[];
}
