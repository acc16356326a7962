import type { Runtime } from '../runtime.ts';
import { conforms } from '../type-model/feel-type.ts';
import { type ArithmeticOperator, compute, negate } from '../values/arithmetic.ts';
import { compareValues, equalValues } from '../values/compare.ts';
import { typeOf, type Value } from '../values/value.ts';
import { type Bindings, type Code, type Emit, type Emitter, partAt, partsOf } from './code.ts';
import { type Syntax, UnsupportedSyntax } from './tree.ts';
import { readType } from './types.ts';

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Compares two values; null with a warning where they cannot be compared. */
export function compareWith(
  operator: string,
  left: Value,
  right: Value,
  run: Runtime,
): boolean | null {
  if (operator === '=' || operator === '!=') {
    const isEqual = equalValues(left, right, run);
    return isEqual === null ? notComparable(left, right, run) : isEqual === (operator === '=');
  }
  const compared = compareValues(left, right);
  if (compared === undefined) return notComparable(left, right, run);
  if (operator === '<') return compared < 0;
  if (operator === '<=') return compared <= 0;
  return operator === '>' ? compared > 0 : compared >= 0;
}

function notComparable(left: Value, right: Value, run: Runtime): null {
  return run.warn('NOT_COMPARABLE', `Can't compare ${typeOf(left)} with ${typeOf(right)}`);
}

function isArithmetic(text: string): text is ArithmeticOperator {
  return ['+', '-', '*', '/', '**'].includes(text);
}

/** `a = = b` is no comparison: a test needs parentheses to stand as a value beside an operator. */
function emitOperand(
  node: Syntax,
  index: number,
  emitter: Emitter,
  bindings: Bindings | undefined,
): Code {
  const part = partAt(node, index);
  const isTest = part.children.some((child) => child.type === 'CompareOp');
  if (part.type === 'SimplePositiveUnaryTest' && isTest) throw new UnsupportedSyntax(part);
  return emitter.emit(part, bindings);
}

export const arithmetic: Emit = (node, emitter, bindings) => {
  const operator = node.children.find((child) => child.type === 'ArithOp')?.text ?? '';
  const parts = partsOf(node);
  const left = emitOperand(node, 0, emitter, bindings);
  if (parts.length === 1) return (scope, run) => negate(left(scope, run), run);
  const sign = operator === '^' ? '**' : operator;
  if (!isArithmetic(sign)) throw new Error(`Expected an operator, but the grammar gave ${sign}.`);
  const right = emitOperand(node, 1, emitter, bindings);
  return (scope, run) => {
    run.spend(1);
    return compute(sign, left(scope, run), right(scope, run), run);
  };
};

export const comparison: Emit = (node, emitter, bindings) => {
  const kind = node.children.find((child) => ['CompareOp', 'between', 'in'].includes(child.type));
  if (kind?.type === 'between') return emitBetween(node, emitter, bindings);
  if (kind?.type === 'in') return emitIn(node, emitter, bindings);
  const operator = kind?.text ?? '';
  const left = emitOperand(node, 0, emitter, bindings);
  const right = emitOperand(node, 1, emitter, bindings);
  return (scope, run) => {
    run.spend(1);
    return compareWith(operator, left(scope, run), right(scope, run), run);
  };
};

function emitBetween(node: Syntax, emitter: Emitter, bindings: Bindings | undefined): Code {
  const value = emitOperand(node, 0, emitter, bindings);
  const low = emitOperand(node, 1, emitter, bindings);
  const high = emitOperand(node, 2, emitter, bindings);
  return (scope, run) => {
    run.spend(1);
    const tested = value(scope, run);
    const isAbove = compareWith('>=', tested, low(scope, run), run);
    const isBelow = compareWith('<=', tested, high(scope, run), run);
    return isAbove === null || isBelow === null ? null : isAbove && isBelow;
  };
}

function emitIn(node: Syntax, emitter: Emitter, bindings: Bindings | undefined): Code {
  const value = emitter.emit(partAt(node, 0), bindings);
  const test = emitter.emitTest(partAt(node, 1), bindings);
  return (scope, run) => {
    run.spend(1);
    return test(value(scope, run), scope, run);
  };
}

/** Three-valued: one part that decides is enough; else null if any part is no boolean. */
function emitLogic(deciding: boolean): Emit {
  return (node, emitter, bindings) => {
    const parts = partsOf(node).map((part) => emitter.emit(part, bindings));
    return (scope, run) => {
      run.spend(1);
      let isKnown = true;
      for (const part of parts) {
        const value = part(scope, run);
        if (value === deciding) return deciding;
        if (value !== !deciding) isKnown = false;
      }
      return isKnown ? !deciding : null;
    };
  };
}

export const conjunction = emitLogic(false);
export const disjunction = emitLogic(true);

export const instanceOf: Emit = (node, emitter, bindings) => {
  const value = emitter.emit(partAt(node, 0), bindings);
  const type = readType(partAt(node, 1), emitter);
  return (scope, run) => {
    run.spend(1);
    const tested = value(scope, run);
    if (type.kind === 'unknown') {
      return run.warn('INVALID_TYPE', `No type found with name '${type.name}'`);
    }
    if (tested === null) return type.kind === 'simple' && type.name === 'null';
    return conforms(tested, type, run);
  };
};
