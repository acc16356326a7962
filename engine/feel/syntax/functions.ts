import { builtIns } from '../built-ins/index.ts';
import type { Runtime } from '../runtime.ts';
import { BindingScope, type Scope } from '../scope.ts';
import { coerce } from '../type-model/coerce.ts';
import { ANY, type FeelType } from '../type-model/feel-type.ts';
import { FeelFunction, type Value } from '../values/value.ts';
import {
  type Bindings,
  bind,
  type Code,
  childOf,
  type Emit,
  type Emitter,
  partAt,
  partsOf,
} from './code.ts';
import { nameOf, type Syntax } from './tree.ts';
import { readType } from './types.ts';

interface Parameter {
  readonly name: string;
  readonly type: FeelType;
}

function readParameters(node: Syntax, emitter: Emitter): readonly Parameter[] {
  const list = node.children.find((child) => child.type === 'FormalParameters');
  return (list?.children ?? [])
    .filter((child) => child.type === 'FormalParameter')
    .map((child) => {
      const type = child.children.find((each) => each.type === 'Type');
      const name = nameOf(childOf(child, 'ParameterName'));
      return { name, type: type === undefined ? ANY : readType(type, emitter) };
    });
}

function levelsOf(node: Syntax): number {
  return 1 + Math.max(0, ...node.children.map(levelsOf));
}

/** Binds arguments to parameters, or says why the call cannot be made. */
export function bindArguments(
  parameters: readonly Parameter[],
  values: readonly Value[],
  scope: Scope,
  run: Runtime,
): Scope | null {
  if (values.length !== parameters.length) {
    const counts = `${parameters.length} arguments, but found ${values.length}`;
    return run.warn('FUNCTION_INVOCATION_FAILURE', `Expected ${counts}`);
  }
  let inside = scope;
  for (const [index, { name, type }] of parameters.entries()) {
    const value = coerce(values[index] ?? null, type, run);
    if (value === undefined) {
      return run.warn('FUNCTION_INVOCATION_FAILURE', `Expected '${name}' to be of its type`);
    }
    inside = new BindingScope(name, value, inside);
  }
  return inside;
}

export const functionDefinition: Emit = (node, emitter, bindings) => {
  const parameters = readParameters(node, emitter);
  const names = parameters.map(({ name }) => name);
  if (node.children.some((child) => child.type === 'external')) {
    return (_scope, run) => run.warn('INVALID_TYPE', 'External functions are not supported');
  }
  const body = partAt(childOf(node, 'FunctionBody'), 0);
  const code = emitter.emit(body, bind(names, bindings));
  const levels = levelsOf(body) + 1;
  return (scope) =>
    new FeelFunction('function', names, (values, run) => {
      const inside = bindArguments(parameters, values, scope, run);
      return inside === null ? null : run.descend(levels, () => code(inside, run));
    });
};

interface Arguments {
  readonly codes: readonly Code[];
  /** Present for a call with named arguments, in the order of the codes. */
  readonly names: readonly string[] | undefined;
}

function readArguments(node: Syntax, emitter: Emitter, bindings: Bindings | undefined): Arguments {
  const named = node.children.find((child) => child.type === 'NamedParameters');
  const positional = node.children.find((child) => child.type === 'PositionalParameters');
  if (named === undefined) {
    const parts = positional === undefined ? [] : partsOf(positional);
    return { codes: parts.map((part) => emitter.emit(part, bindings)), names: undefined };
  }
  const parameters = named.children.filter((child) => child.type === 'NamedParameter');
  return {
    codes: parameters.map((each) => emitter.emit(partAt(each, 1), bindings)),
    names: parameters.map((each) => nameOf(childOf(each, 'ParameterName'))),
  };
}

/** Calls a function with values in order, or by name. */
export function callFunction(
  target: FeelFunction,
  values: readonly Value[],
  names: readonly string[] | undefined,
  run: Runtime,
): Value {
  run.spend(1);
  if (names === undefined) return target.call(values, run);
  if (target.callNamed !== undefined) return target.callNamed(names, values, run);
  const isKnown = names.every((name) => target.parameters.includes(name));
  if (!isKnown || names.length !== target.parameters.length) {
    const expected = target.parameters.join(', ');
    const text = `Expected arguments named ${expected}, but found ${names.join(', ')}`;
    return run.warn('FUNCTION_INVOCATION_FAILURE', text);
  }
  const ordered = target.parameters.map((name) => values[names.indexOf(name)] ?? null);
  return target.call(ordered, run);
}

/**
 * `is defined` looks at its argument without complaining about what is missing. As on a Zeebe
 * broker, a variable that is null counts as not defined.
 */
function emitIsDefined(argument: Code): Code {
  return (scope, run) => run.quietly(() => argument(scope, run)) !== null;
}

function emitNamedCall(name: string, { codes, names }: Arguments, isFree: boolean): Code {
  const builtIn = builtIns.get(name);
  const [only] = codes;
  if (isFree && name === 'is defined' && codes.length === 1 && only) return emitIsDefined(only);
  return (scope, run) => {
    const found = scope.lookup(name);
    const target = found instanceof FeelFunction ? found : builtIn;
    const values = codes.map((code) => code(scope, run));
    if (target !== undefined) return callFunction(target, values, names, run);
    const count = `${values.length} ${values.length === 1 ? 'parameter' : 'parameters'}`;
    return run.warn('NO_FUNCTION_FOUND', `No function found with name '${name}' and ${count}`);
  };
}

export const functionInvocation: Emit = (node, emitter, bindings) => {
  const given = readArguments(node, emitter, bindings);
  const callee = partAt(node, 0);
  if (callee.type === 'VariableName' || callee.type === 'SpecialFunctionName') {
    const name = nameOf(callee);
    if (!builtIns.has(name)) emitter.noteName(name, bindings);
    return emitNamedCall(name, given, builtIns.has(name));
  }
  const target = emitter.emit(callee, bindings);
  return (scope, run) => {
    const found = target(scope, run);
    const values = given.codes.map((code) => code(scope, run));
    if (found instanceof FeelFunction) return callFunction(found, values, given.names, run);
    return run.warn('NO_FUNCTION_FOUND', 'Expected a function to call, but found none');
  };
};

/** `date(…)`, `time(…)`, `duration(…)` have a node of their own; `@"…"` too. */
export const dateTimeLiteral: Emit = (node, emitter, bindings) => {
  const part = node.children[0];
  if (part?.type === 'AtLiteral') return emitter.emit(part, bindings);
  const name = nameOf(childOf(node, 'DateTimeConstructor'));
  return emitNamedCall(name, readArguments(node, emitter, bindings), false);
};
