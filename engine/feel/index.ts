export { compile } from './compile.ts';
export { FEEL_FUEL_STEPS, FEEL_TEXT_BYTES_MAX } from './limits.ts';
export type {
  Compiled,
  CompileError,
  CompileOptions,
  Evaluation,
  EvaluationFailureCode,
  ExpressionKind,
  FeelEnvironment,
  JsonValue,
  Lookup,
  Warning,
} from './public.ts';
