import type { Runtime } from '../runtime.ts';
import { BindingScope, type Scope } from '../scope.ts';
import { equalValues, isInRange } from '../values/compare.ts';
import { FeelRange } from '../values/range.ts';
import { isList, type Value } from '../values/value.ts';
import { type Bindings, bind, type Emitter, partsOf, type TestCode } from './code.ts';
import type { Syntax } from './tree.ts';

/** Whether a value passes the test that another value stands for: a range, a list, an equal. */
export function passes(input: Value, test: Value, run: Runtime): boolean | null {
  run.spend(1);
  if (test instanceof FeelRange) {
    return input instanceof FeelRange ? equalValues(input, test, run) : isInRange(input, test, run);
  }
  if (isList(test)) {
    if (isList(input) && equalValues(input, test, run) === true) return true;
    // A list in the list is a value to be equal to, not a further choice.
    return test.some((each) => {
      return (isList(each) ? equalValues(input, each, run) : passes(input, each, run)) === true;
    });
  }
  if (typeof test === 'boolean' && typeof input !== 'boolean') return input === null ? null : test;
  return equalValues(input, test, run);
}

function usesInput(node: Syntax): boolean {
  return node.type === '?' || node.children.some(usesInput);
}

/** One test: an expression with `?` decides by itself, any other is compared with the input. */
function emitOne(node: Syntax, emitter: Emitter, bindings: Bindings | undefined): TestCode {
  const code = emitter.emit(node, bind(['?'], bindings));
  const isCondition = usesInput(node);
  return (input, scope: Scope, run) => {
    const value = code(new BindingScope('?', input, scope), run);
    if (!isCondition) return passes(input, value, run);
    return typeof value === 'boolean' ? value : passes(input, value, run);
  };
}

function emitAny(nodes: readonly Syntax[], emitter: Emitter, bindings: Bindings | undefined) {
  const tests = nodes.map((each) => emitTest(each, emitter, bindings));
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  const anyOf: TestCode = (input, scope, run) => {
    let isKnown = true;
    for (const test of tests) {
      const passed = test(input, scope, run);
      if (passed === true) return true;
      if (passed === null) isKnown = false;
    }
    return isKnown ? false : null;
  };
  return anyOf;
}

/** Compiles unary tests: a list of tests, one of which must pass; `not(…)`; `-`. */
export function emitTest(node: Syntax, emitter: Emitter, bindings: Bindings | undefined): TestCode {
  switch (node.type) {
    case 'Wildcard':
      return () => true;
    case 'UnaryTests': {
      const inner = emitAny(partsOf(node), emitter, bindings);
      if (!node.children.some((child) => child.type === 'not')) return inner;
      return (input, scope, run) => {
        const passed = inner(input, scope, run);
        return passed === null ? null : !passed;
      };
    }
    case 'PositiveUnaryTests':
    case 'PositiveUnaryTest':
      return emitAny(partsOf(node), emitter, bindings);
    default:
      return emitOne(node, emitter, bindings);
  }
}
