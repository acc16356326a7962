import type { Runtime } from '../runtime.ts';
import { BindingScope, type Scope } from '../scope.ts';
import { iterate } from '../values/iterate.ts';
import type { Value } from '../values/value.ts';
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

export const ifExpression: Emit = (node, emitter, bindings) => {
  const condition = emitter.emit(partAt(node, 0), bindings);
  const yes = emitter.emit(partAt(node, 1), bindings);
  const no = emitter.emit(partAt(node, 2), bindings);
  return (scope, run) => {
    run.spend(1);
    return condition(scope, run) === true ? yes(scope, run) : no(scope, run);
  };
};

interface Iterator {
  readonly name: string;
  readonly items: (scope: Scope, run: Runtime) => Iterable<Value> | null;
}

interface Iterators {
  readonly iterators: readonly Iterator[];
  readonly inner: Bindings | undefined;
}

function emitItems(node: Syntax, emitter: Emitter, bindings: Bindings | undefined) {
  const [start, end] = partsOf(node).map((part) => emitter.emit(part, bindings));
  const isRange = node.children.some((child) => child.type === '..');
  return (scope: Scope, run: Runtime) => {
    const from = start?.(scope, run) ?? null;
    return isRange
      ? iterate.between(from, end?.(scope, run) ?? null, run)
      : iterate.over(from, run);
  };
}

/** Reads `x in …, y in …`: each may use the names before it. */
function emitIterators(node: Syntax, emitter: Emitter, bindings: Bindings | undefined): Iterators {
  let inner = bindings;
  const iterators = childOf(node, 'InExpressions')
    .children.filter((child) => child.type === 'InExpression')
    .map((child) => {
      const name = nameOf(childOf(child, 'Name'));
      const items = emitItems(childOf(child, 'IterationContext'), emitter, inner);
      inner = bind([name], inner);
      return { name, items };
    });
  return { iterators, inner };
}

/**
 * Visits all combinations. The visitor answers true to stop. The result is null if something to
 * iterate over was not iterable, else whether it was stopped.
 */
export function visit(
  iterators: readonly Iterator[],
  scope: Scope,
  run: Runtime,
  visitor: (scope: Scope) => boolean,
): boolean | null {
  const [first, ...rest] = iterators;
  if (first === undefined) return visitor(scope);
  const items = first.items(scope, run);
  if (items === null) return null;
  for (const item of items) {
    run.spend(1);
    const stopped = visit(rest, new BindingScope(first.name, item, scope), run, visitor);
    if (stopped !== false) return stopped;
  }
  return false;
}

/** Whether an expression looks at the results so far, which must then be copied for it. */
function usesName(node: Syntax, name: string): boolean {
  return (
    (node.type === 'VariableName' && node.text === name) ||
    node.children.some((child) => usesName(child, name))
  );
}

export const forExpression: Emit = (node, emitter, bindings) => {
  const { iterators, inner } = emitIterators(node, emitter, bindings);
  const bodyNode = partsOf(node).at(-1) ?? node;
  const body: Code = emitter.emit(bodyNode, bind(['partial'], inner));
  const isPartialUsed = usesName(bodyNode, 'partial');
  return (scope, run) => {
    const results: Value[] = [];
    const done = visit(iterators, scope, run, (inside) => {
      if (isPartialUsed) run.spend(results.length);
      const partial = isPartialUsed ? [...results] : null;
      results.push(body(new BindingScope('partial', partial, inside), run));
      return false;
    });
    return done === null ? null : results;
  };
};

export const quantifiedExpression: Emit = (node, emitter, bindings) => {
  const deciding = node.children.some((child) => child.type === 'some');
  const { iterators, inner } = emitIterators(node, emitter, bindings);
  const condition = emitter.emit(partsOf(node).at(-1) ?? node, inner);
  return (scope, run) => {
    let isKnown = true;
    const stopped = visit(iterators, scope, run, (inside) => {
      const value = condition(inside, run);
      if (value !== true && value !== false) isKnown = false;
      return value === deciding;
    });
    if (stopped === null) return null;
    if (stopped) return deciding;
    return isKnown ? !deciding : null;
  };
};
