import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { BindingScope, ContextScope, type Scope } from '../scope.ts';
import { compareValues } from '../values/compare.ts';
import { FeelContext } from '../values/context.ts';
import { toInteger } from '../values/number.ts';
import { FeelRange } from '../values/range.ts';
import { isList, type List, type Value } from '../values/value.ts';
import { bind, type Code, childOf, type Emit, partAt, partsOf } from './code.ts';
import { unquote } from './literals.ts';
import { nameOf, type Syntax } from './tree.ts';

export const list: Emit = (node, emitter, bindings) => {
  const items = partsOf(node).map((part) => emitter.emit(part, bindings));
  return (scope, run) => {
    run.spend(items.length + 1);
    return items.map((item) => item(scope, run));
  };
};

function keyOf(entry: Syntax): string {
  const [key] = childOf(entry, 'Key').children;
  if (key === undefined) throw new Error('Expected a context entry to have a key.');
  return key.type === 'StringLiteral' ? unquote(key.text) : nameOf(key);
}

/** Each entry may use the entries before it; a function among them may also use itself. */
export const context: Emit = (node, emitter, bindings) => {
  let inner = bindings;
  const entries = node.children
    .filter((child) => child.type === 'ContextEntry')
    .map((child) => {
      const key = keyOf(child);
      const inside = bind([key], inner);
      const isFunction = partAt(child, 1).type === 'FunctionDefinition';
      const code = emitter.emit(partAt(child, 1), isFunction ? inside : inner);
      inner = inside;
      return { key, code };
    });
  return (scope, run) => {
    run.spend(entries.length + 1);
    const values = new Map<string, Value>();
    const inside = new ContextScope(values, scope);
    for (const { key, code } of entries) values.set(key, code(inside, run));
    return new FeelContext(values);
  };
};

/** The item at a position from 1, or from the end if negative. */
function itemAt(items: List, position: Decimal, run: Runtime): Value {
  const index = toInteger(position) ?? 0;
  const item = index < 0 ? items[items.length + index] : items[index - 1];
  if (item !== undefined && index !== 0) return item;
  const size = `a list of ${items.length}`;
  return run.warn('OUT_OF_BOUNDS', `No item found at position ${position.toFixed()} of ${size}`);
}

function scopeOfItem(item: Value, scope: Scope): Scope {
  const inside = new BindingScope('item', item, scope);
  return item instanceof FeelContext ? new ContextScope(item, inside) : inside;
}

/** A condition keeps the items for which it is true; a number picks one. */
function filter(items: List, condition: Code, scope: Scope, run: Runtime): Value {
  const kept: Value[] = [];
  for (const item of items) {
    run.spend(1);
    const value = condition(scopeOfItem(item, scope), run);
    if (value instanceof Decimal) return itemAt(items, value, run);
    if (value === true) kept.push(item);
  }
  return kept;
}

/** Filters a list; any other value but null counts as a list of one. */
export function filterValue(value: Value, condition: Code, scope: Scope, run: Runtime): Value {
  if (value === null) return null;
  return filter(isList(value) ? value : [value], condition, scope, run);
}

export const filterExpression: Emit = (node, emitter, bindings) => {
  const source = emitter.emit(partAt(node, 0), bindings);
  const conditionNode = partAt(node, 1);
  const condition = emitter.emit(conditionNode, bind(['item'], bindings));
  const isIndex = conditionNode.type === 'NumericLiteral';
  return (scope, run) => {
    run.spend(1);
    const value = source(scope, run);
    if (!isIndex) return filterValue(value, condition, scope, run);
    if (value === null) return null;
    const position = condition(scope, run);
    const items = isList(value) ? value : [value];
    return position instanceof Decimal ? itemAt(items, position, run) : null;
  };
};

function emitInterval(node: Syntax, start: Code, end: Code): Code {
  const isStartIncluded = node.children[0]?.text === '[';
  const isEndIncluded = node.children.at(-1)?.text === ']';
  return (scope, run) => {
    run.spend(1);
    const [from, to] = [start(scope, run), end(scope, run)];
    const isComparable = from === null || to === null || compareValues(from, to) !== undefined;
    if (!isComparable) return run.warn('NOT_COMPARABLE', 'Expected the ends of a range to compare');
    return new FeelRange({ start: from, end: to, isStartIncluded, isEndIncluded });
  };
}

function rangeOf(operator: string, end: Value): FeelRange {
  switch (operator) {
    case '<':
      return new FeelRange({ end });
    case '<=':
      return new FeelRange({ end, isEndIncluded: true });
    case '>':
      return new FeelRange({ start: end });
    case '>=':
      return new FeelRange({ start: end, isStartIncluded: true });
    default:
      return new FeelRange({ form: operator === '=' ? 'equal' : 'unequal', start: end });
  }
}

/** `[1..3]`, `< 5`, `= 7` as values: ranges. */
export const simpleTest: Emit = (node, emitter, bindings) => {
  const part = partAt(node, 0);
  if (part.type === 'Interval') {
    const start = emitter.emit(partAt(part, 0), bindings);
    return emitInterval(part, start, emitter.emit(partAt(part, 1), bindings));
  }
  const operator = childOf(node, 'CompareOp').text;
  const end = emitter.emit(part, bindings);
  return (scope, run) => rangeOf(operator, end(scope, run));
};
