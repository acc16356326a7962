import type { Runtime } from '../runtime.ts';
import type { Scope } from '../scope.ts';
import type { FeelType } from '../type-model/feel-type.ts';
import type { Value } from '../values/value.ts';
import type { Syntax } from './tree.ts';

/** A compiled expression: a closure that needs only the scope and the state of the evaluation. */
export type Code = (scope: Scope, run: Runtime) => Value;

/** A compiled test: true, false, or null where it cannot be told. */
export type TestCode = (input: Value, scope: Scope, run: Runtime) => boolean | null;

/** Names that an expression itself binds, innermost first. */
export interface Bindings {
  readonly name: string;
  readonly outer: Bindings | undefined;
}

/** What the compilation of a part needs to know of the whole. */
export interface Emitter {
  /** Turns a node into code; names in `bindings` are not free. */
  emit(node: Syntax, bindings: Bindings | undefined): Code;
  emitTest(node: Syntax, bindings: Bindings | undefined): TestCode;
  /** Notes a name; it is free unless it is bound. */
  noteName(name: string, bindings: Bindings | undefined): void;
  /** The type of that name in the model, beside FEEL's own. */
  typeNamed(name: string): FeelType | undefined;
}

export type Emit = (node: Syntax, emitter: Emitter, bindings: Bindings | undefined) => Code;

export function bind(names: readonly string[], outer: Bindings | undefined): Bindings | undefined {
  return names.reduce<Bindings | undefined>((inner, name) => ({ name, outer: inner }), outer);
}

export function isBound(name: string, bindings: Bindings | undefined): boolean {
  for (let each = bindings; each !== undefined; each = each.outer) {
    if (each.name === name) return true;
  }
  return false;
}

/** Punctuation and keywords have no children and a name that is their own text. */
const TOKENS = new Set([
  ...['(', ')', '[', ']', '{', '}', '..', '.', 'in', 'return', 'if', 'then', 'else', 'some', '<'],
  ...['every', 'satisfies', 'or', 'and', 'between', 'instance', 'of', 'function', 'not', '>'],
  ...['external', 'for', 'ArithOp', 'CompareOp'],
]);

/** The parts of a node that are expressions or structure, without punctuation and operators. */
export function partsOf(node: Syntax): readonly Syntax[] {
  return node.children.filter((child) => !TOKENS.has(child.type));
}

/** The child of a type that the grammar guarantees. */
export function childOf(node: Syntax, type: string): Syntax {
  const child = node.children.find((each) => each.type === type);
  if (child === undefined) throw new Error(`Expected ${node.type} to hold ${type}.`);
  return child;
}

/** The part at an index that the grammar guarantees. */
export function partAt(node: Syntax, index: number): Syntax {
  const part = partsOf(node)[index];
  if (part === undefined) throw new Error(`Expected ${node.type} to have part ${index}.`);
  return part;
}
