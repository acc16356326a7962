import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { FeelContext } from '../values/context.ts';
import { FeelRange } from '../values/range.ts';
import { FeelFunction, isList, type List, typeOf, type Value } from '../values/value.ts';

/** A parameter of a built-in function: its name, and how a value is read for it. */
export interface Parameter<T> {
  readonly name: string;
  readonly kind: 'required' | 'optional' | 'rest';
  /** Undefined when the value does not fit. */
  readonly read: (value: Value) => T | undefined;
}

type Arguments<P extends readonly Parameter<unknown>[]> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

/** One way to call a function. Several may have one name; the first that fits is taken. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter<unknown>[];
  readonly call: (run: Runtime, values: readonly unknown[]) => Value;
}

/** A list of one counts as its item where one item is asked for. */
function single(value: Value): Value {
  return isList(value) && value.length === 1 ? (value[0] ?? null) : value;
}

function required<T>(name: string, read: (value: Value) => T | undefined): Parameter<T> {
  return { name, kind: 'required', read };
}

export function text(name: string): Parameter<string> {
  return required(name, (value) => {
    const only = single(value);
    return typeof only === 'string' ? only : undefined;
  });
}

export function number(name: string): Parameter<Decimal> {
  return required(name, (value) => {
    const only = single(value);
    return only instanceof Decimal ? only : undefined;
  });
}

export function truth(name: string): Parameter<boolean> {
  return required(name, (value) => {
    const only = single(value);
    return typeof only === 'boolean' ? only : undefined;
  });
}

/** A list; any other value but null counts as a list of one. */
export function list(name: string): Parameter<List> {
  return required(name, (value) => {
    if (isList(value)) return value;
    return value === null ? undefined : [value];
  });
}

/** A list and nothing else: for signatures that another one could be mistaken for. */
export function strictList(name: string): Parameter<List> {
  return required(name, (value) => (isList(value) ? value : undefined));
}

export function contextOf(name: string): Parameter<FeelContext> {
  return required(name, (value) => {
    const only = single(value);
    return only instanceof FeelContext ? only : undefined;
  });
}

export function functionOf(name: string): Parameter<FeelFunction> {
  return required(name, (value) => (value instanceof FeelFunction ? value : undefined));
}

export function rangeOf(name: string): Parameter<FeelRange> {
  return required(name, (value) => (value instanceof FeelRange ? value : undefined));
}

/** Any value, null too. */
export function any(name: string): Parameter<Value> {
  return required(name, (value) => value);
}

/** An instance of one of some classes, as dates and times are. */
export function oneOf<T extends Value>(
  name: string,
  ...classes: readonly (abstract new (
    ...values: never[]
  ) => T)[]
): Parameter<T> {
  return required(name, (value) => {
    const only = single(value);
    for (const each of classes) if (only instanceof each) return only;
    return undefined;
  });
}

/** May be left out, or null. */
export function optional<T>(parameter: Parameter<T>): Parameter<T | null> {
  const read = (value: Value) => (value === null ? null : parameter.read(value));
  return { name: parameter.name, kind: 'optional', read };
}

/** All further arguments. */
export function rest(name: string): Parameter<List> {
  return { name, kind: 'rest', read: (value) => (isList(value) ? value : undefined) };
}

/** States one signature of a built-in function. */
export function define<const P extends readonly Parameter<unknown>[]>(
  name: string,
  parameters: P,
  call: (run: Runtime, ...values: Arguments<P>) => Value,
): Signature {
  return { name, parameters, call: (run, values) => call(run, ...(values as Arguments<P>)) };
}

function spendOn(value: Value, run: Runtime): void {
  if (isList(value)) run.spend(value.length);
  if (typeof value === 'string') run.spendText(value.length);
}

/** Reads positional values for a signature; undefined if they do not fit. */
function readPositional(signature: Signature, values: readonly Value[]): unknown[] | undefined {
  const { parameters } = signature;
  const last = parameters.at(-1);
  if (values.length > parameters.length && last?.kind !== 'rest') return undefined;
  const given: unknown[] = [];
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.kind === 'rest') return [...given, values.slice(index)];
    const value = values[index];
    if (value === undefined && parameter.kind === 'required') return undefined;
    const read = parameter.read(value ?? null);
    if (read === undefined) return undefined;
    given.push(read);
  }
  return given;
}

function readNamed(
  signature: Signature,
  names: readonly string[],
  values: readonly Value[],
): unknown[] | undefined {
  const { parameters } = signature;
  if (parameters.some((each) => each.kind === 'rest')) return undefined;
  if (!names.every((name) => parameters.some((each) => each.name === name))) return undefined;
  const given: unknown[] = [];
  for (const parameter of parameters) {
    const index = names.indexOf(parameter.name);
    if (index < 0 && parameter.kind === 'required') return undefined;
    const read = parameter.read(values[index] ?? null);
    if (read === undefined) return undefined;
    given.push(read);
  }
  return given;
}

/** Makes one FEEL function of all signatures with one name. */
export function toFunction(name: string, signatures: readonly Signature[]): FeelFunction {
  const invoke = (
    run: Runtime,
    values: readonly Value[],
    read: (signature: Signature) => unknown[] | undefined,
  ): Value => {
    for (const value of values) spendOn(value, run);
    for (const signature of signatures) {
      const given = read(signature);
      if (given !== undefined) return signature.call(run, given);
    }
    const types = values.map(typeOf).join(', ');
    return run.warn(
      'FUNCTION_INVOCATION_FAILURE',
      `Failed to invoke function '${name}': Expected other arguments, but found (${types})`,
    );
  };
  return new FeelFunction(
    name,
    (signatures[0]?.parameters ?? []).map((each) => each.name),
    (values, run) => invoke(run, values, (signature) => readPositional(signature, values)),
    (names, values, run) => invoke(run, values, (signature) => readNamed(signature, names, values)),
  );
}

/** Says that a call with arguments of the right types still has no result. */
export function failCall(run: Runtime, name: string, reason: string): null {
  const message = `Failed to invoke function '${name}': ${reason}`;
  return run.warn('FUNCTION_INVOCATION_FAILURE', message);
}
