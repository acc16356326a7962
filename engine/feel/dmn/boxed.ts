import { BindingScope, ContextScope } from '../scope.ts';
import type { Code } from '../syntax/code.ts';
import { filterValue } from '../syntax/collections.ts';
import { visit } from '../syntax/control.ts';
import { callFunction } from '../syntax/functions.ts';
import { coerce } from '../type-model/coerce.ts';
import { FeelContext } from '../values/context.ts';
import { iterate } from '../values/iterate.ts';
import { FeelFunction, type Value } from '../values/value.ts';
import type { Compiler } from './compiler.ts';
import { compileTable } from './decision-table.ts';
import type { Element } from './element.ts';
import { makeFunction } from './knowledge.ts';
import type { DecisionKind, Logic } from './model.ts';

type Box = (node: Element, compiler: Compiler) => Code;

const NOTHING: Code = () => null;

function codeOf(node: Element | undefined, compiler: Compiler): Code {
  return node === undefined ? NOTHING : compileBoxed(node, compiler).code;
}

function partOf(node: Element, property: string, compiler: Compiler): Code {
  return codeOf(node.child(property)?.child('value'), compiler);
}

const literal: Box = (node, compiler) => {
  const text = node.text('text')?.trim() ?? '';
  return text === '' ? NOTHING : compiler.expression(node, text);
};

/** Entries see the ones before them; an entry without a name is the result. */
const boxedContext: Box = (node, compiler) => {
  const entries = node.children('contextEntry').map((entry) => {
    const variable = entry.child('variable');
    const code = codeOf(entry.child('value'), compiler);
    return { name: variable?.name, type: compiler.type(variable?.text('typeRef')), code };
  });
  return (scope, run) => {
    run.spend(entries.length + 1);
    const values = new Map<string, Value>();
    const inside = new ContextScope(values, scope);
    for (const { name, type, code } of entries) {
      const value = code(inside, run);
      if (name === undefined) return value;
      values.set(name, coerce(value, type, run) ?? null);
    }
    return new FeelContext(values);
  };
};

const boxedList: Box = (node, compiler) => {
  const items = node.children('elements').map((each) => codeOf(each, compiler));
  return (scope, run) => {
    run.spend(items.length + 1);
    return items.map((item) => item(scope, run));
  };
};

const relation: Box = (node, compiler) => {
  const columns = node.children('column').map((each) => each.name);
  const rows = node.children('row').map((row) => {
    return row.children('elements').map((each) => codeOf(each, compiler));
  });
  return (scope, run) => {
    run.spend(rows.length * columns.length + 1);
    return rows.map((cells) => {
      return new FeelContext(columns.map((name, i) => [name, cells[i]?.(scope, run) ?? null]));
    });
  };
};

const invocation: Box = (node, compiler) => {
  const target = codeOf(node.child('calledFunction'), compiler);
  const bindings = node.children('binding').map((each) => ({
    name: each.child('parameter')?.name ?? '',
    code: codeOf(each.child('bindingFormula'), compiler),
  }));
  const names = bindings.map(({ name }) => name);
  return (scope, run) => {
    const found = target(scope, run);
    const values = bindings.map(({ code }) => code(scope, run));
    if (found instanceof FeelFunction) return callFunction(found, values, names, run);
    return run.warn('NO_FUNCTION_FOUND', 'Expected a function to invoke, but found none');
  };
};

const functionDefinition: Box = (node, compiler) => {
  const kind = node.text('kind') ?? 'FEEL';
  const parameters = node.children('formalParameter').map((each) => {
    return { name: each.name, type: compiler.type(each.text('typeRef')) };
  });
  const body = codeOf(node.child('body'), compiler);
  if (kind !== 'FEEL') {
    return (_scope, run) => run.warn('INVALID_TYPE', `Functions of kind ${kind} are not supported`);
  }
  return (scope) => makeFunction('function', parameters, body, scope);
};

const conditional: Box = (node, compiler) => {
  const condition = partOf(node, 'if', compiler);
  const [yes, no] = [partOf(node, 'then', compiler), partOf(node, 'else', compiler)];
  return (scope, run) => (condition(scope, run) === true ? yes(scope, run) : no(scope, run));
};

const boxedFilter: Box = (node, compiler) => {
  const [source, match] = [partOf(node, 'in', compiler), partOf(node, 'match', compiler)];
  return (scope, run) => filterValue(source(scope, run), match, scope, run);
};

const boxedFor: Box = (node, compiler) => {
  const name = node.text('iteratorVariable') ?? '';
  const [source, body] = [partOf(node, 'in', compiler), partOf(node, 'return', compiler)];
  return (scope, run) => {
    const items = iterate.over(source(scope, run), run);
    if (items === null) return null;
    const results: Value[] = [];
    for (const item of items) {
      run.spend(1 + results.length / 16);
      const partial = new BindingScope('partial', [...results], scope);
      results.push(body(new BindingScope(name, item, partial), run));
    }
    return results;
  };
};

/** Unlike in FEEL's text, a condition that is no boolean makes the whole null. */
function quantified(deciding: boolean): Box {
  return (node, compiler) => {
    const name = node.text('iteratorVariable') ?? '';
    const source = partOf(node, 'in', compiler);
    const condition = partOf(node, 'satisfies', compiler);
    const items: Parameters<typeof visit>[0][number]['items'] = (scope, run) =>
      iterate.over(source(scope, run), run);
    return (scope, run) => {
      let isKnown = true;
      const stopped = visit([{ name, items }], scope, run, (inside) => {
        const value = condition(inside, run);
        isKnown = typeof value === 'boolean';
        return value === deciding || !isKnown;
      });
      if (stopped === null || !isKnown) return null;
      return stopped ? deciding : !deciding;
    };
  };
}

const boxes: ReadonlyMap<string, readonly [DecisionKind, Box]> = new Map<
  string,
  readonly [DecisionKind, Box]
>([
  ['LiteralExpression', ['LITERAL_EXPRESSION', literal]],
  ['Context', ['CONTEXT', boxedContext]],
  ['List', ['LIST', boxedList]],
  ['Relation', ['RELATION', relation]],
  ['Invocation', ['INVOCATION', invocation]],
  ['FunctionDefinition', ['UNSPECIFIED', functionDefinition]],
  ['Conditional', ['UNSPECIFIED', conditional]],
  ['Filter', ['UNSPECIFIED', boxedFilter]],
  ['For', ['UNSPECIFIED', boxedFor]],
  ['Some', ['UNSPECIFIED', quantified(true)]],
  ['Every', ['UNSPECIFIED', quantified(false)]],
]);

/** Compiles a boxed expression of any kind. */
export function compileBoxed(node: Element, compiler: Compiler): Logic {
  if (node.type === 'DecisionTable') {
    const table = compileTable(node, compiler);
    return { kind: 'DECISION_TABLE', table, code: (scope, run) => table(scope, run).value };
  }
  const [kind, box] = boxes.get(node.type) ?? [];
  if (kind === undefined || box === undefined) {
    compiler.report(node, `Expected a boxed expression, but found ${node.type}`);
    return { kind: 'UNSPECIFIED', code: NOTHING };
  }
  return { kind, code: box(node, compiler) };
}
