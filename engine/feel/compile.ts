import { builtIns } from './built-ins/index.ts';
import { FeelFailure } from './failure.ts';
import { NameIndex } from './names.ts';
import type {
  Compiled,
  CompileError,
  CompileOptions,
  Evaluation,
  ExpressionKind,
  FeelEnvironment,
  Lookup,
} from './public.ts';
import { Runtime } from './runtime.ts';
import { type Scope, VariablesScope } from './scope.ts';
import type { Code } from './syntax/code.ts';
import { TreeEmitter } from './syntax/emit.ts';
import { errorAt, nameOf, parseSyntax, type Syntax, UnsupportedSyntax } from './syntax/tree.ts';
import { type FeelType, TYPE_NAMES } from './type-model/feel-type.ts';
import { toJson } from './values/to-json.ts';
import type { Value } from './values/value.ts';

/** Code over FEEL values, for decision models; `compile` wraps it with JSON on both sides. */
export interface CompiledCode {
  readonly ok: true;
  readonly names: readonly string[];
  readonly code: Code;
}

/** What a decision model knows beside the text. */
export interface CodeOptions {
  readonly names?: readonly string[];
  readonly types?: ReadonlyMap<string, FeelType>;
}

const baseIndex = new NameIndex([...builtIns.keys(), ...TYPE_NAMES, 'time offset']);

/** Keys such as `a-b` of contexts in the text: further down they are names. */
function operatorKeys(node: Syntax): string[] {
  const [name] = node.type === 'Key' ? node.children : [];
  const own = name?.type === 'Name' ? [nameOf(name)] : [];
  return [
    ...own.filter((key) => /[^\p{L}\p{M}\p{N}_? ]/u.test(key)),
    ...node.children.flatMap(operatorKeys),
  ];
}

function parseTwice(text: string, kind: ExpressionKind, names: readonly string[]) {
  const first = parseSyntax(text, kind, new NameIndex(names, baseIndex));
  if (!('type' in first)) return first;
  const keys = operatorKeys(first).filter((key) => !names.includes(key));
  return keys.length === 0
    ? first
    : parseSyntax(text, kind, new NameIndex([...names, ...keys], baseIndex));
}

/** Compiles to code over FEEL values. */
export function compileCode(
  text: string,
  kind: ExpressionKind,
  options: CodeOptions = {},
): CompiledCode | CompileError {
  const tests = kind === 'unary-tests' && text.trim() === '' ? '-' : text;
  const tree = parseTwice(tests, kind, options.names ?? []);
  if (!('type' in tree)) return tree;
  const emitter = new TreeEmitter(options.types ?? new Map());
  try {
    const code = kind === 'expression' ? emitter.emit(tree, undefined) : emitInput(tree, emitter);
    return { ok: true, names: [...emitter.names], code };
  } catch (error) {
    if (error instanceof UnsupportedSyntax) return errorAt(text, error.position, error.message);
    throw error;
  }
}

function emitInput(tree: Syntax, emitter: TreeEmitter): Code {
  const test = emitter.emitTest(tree, undefined);
  return (scope, run) => test(scope.lookup('?') ?? null, scope, run);
}

/** Runs code; a limit that was passed or an assertion that failed becomes a value. */
export function runCode<T>(
  run: Runtime,
  body: () => T,
): { readonly ok: true; readonly value: T } | Extract<Evaluation, { ok: false }> {
  try {
    return { ok: true, value: body() };
  } catch (error) {
    if (!(error instanceof FeelFailure)) throw error;
    return { ok: false, code: error.code, message: error.message, warnings: run.warnings };
  }
}

function evaluateCode(
  code: (scope: Scope, run: Runtime) => Value,
  variables: Lookup,
  environment: FeelEnvironment,
): Evaluation {
  const run = new Runtime(environment);
  const result = runCode(run, () => toJson(code(new VariablesScope(variables), run), run));
  return result.ok ? { ...result, warnings: run.warnings } : result;
}

/**
 * Parses a FEEL text once and turns it into closures. The result can be evaluated many times
 * and at the same time; it keeps no state between evaluations.
 */
export function compile(
  text: string,
  kind: ExpressionKind,
  options: CompileOptions = {},
): Compiled | CompileError {
  const compiled = compileCode(text, kind, options);
  if (!compiled.ok) return compiled;
  const evaluate = (variables: Lookup, environment: FeelEnvironment) =>
    evaluateCode(compiled.code, variables, environment);
  return { ok: true, kind, text, names: compiled.names, evaluate };
}
