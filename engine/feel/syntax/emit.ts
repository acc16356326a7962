import type { FeelType } from '../type-model/feel-type.ts';
import {
  type Bindings,
  type Code,
  type Emit,
  type Emitter,
  isBound,
  type TestCode,
} from './code.ts';
import { context, filterExpression, list, simpleTest } from './collections.ts';
import { forExpression, ifExpression, quantifiedExpression } from './control.ts';
import { dateTimeLiteral, functionDefinition, functionInvocation } from './functions.ts';
import {
  atLiteral,
  booleanLiteral,
  nullLiteral,
  numericLiteral,
  stringLiteral,
} from './literals.ts';
import { inputValue, parenthesized, pathExpression, variableName } from './names.ts';
import { arithmetic, comparison, conjunction, disjunction, instanceOf } from './operators.ts';
import { type Syntax, UnsupportedSyntax } from './tree.ts';
import { emitTest } from './unary-tests.ts';

/** What each node of the grammar becomes: the list of what FEEL we support. */
const emits: ReadonlyMap<string, Emit> = new Map<string, Emit>([
  ['Expression', parenthesized],
  ['ParenthesizedExpression', parenthesized],
  ['NumericLiteral', numericLiteral],
  ['StringLiteral', stringLiteral],
  ['BooleanLiteral', booleanLiteral],
  ['null', nullLiteral],
  ['AtLiteral', atLiteral],
  ['DateTimeLiteral', dateTimeLiteral],
  ['VariableName', variableName],
  ['?', inputValue],
  ['PathExpression', pathExpression],
  ['ArithmeticExpression', arithmetic],
  ['Comparison', comparison],
  ['Conjunction', conjunction],
  ['Disjunction', disjunction],
  ['InstanceOfExpression', instanceOf],
  ['IfExpression', ifExpression],
  ['ForExpression', forExpression],
  ['QuantifiedExpression', quantifiedExpression],
  ['List', list],
  ['Context', context],
  ['FilterExpression', filterExpression],
  ['SimplePositiveUnaryTest', simpleTest],
  ['FunctionDefinition', functionDefinition],
  ['FunctionInvocation', functionInvocation],
]);

/** Turns trees into closures and collects the free names on the way. */
export class TreeEmitter implements Emitter {
  readonly names = new Set<string>();
  readonly #types: ReadonlyMap<string, FeelType>;

  constructor(types: ReadonlyMap<string, FeelType>) {
    this.#types = types;
  }

  emit(node: Syntax, bindings: Bindings | undefined): Code {
    const emit = emits.get(node.type);
    if (emit === undefined) throw new UnsupportedSyntax(node);
    return emit(node, this, bindings);
  }

  emitTest(node: Syntax, bindings: Bindings | undefined): TestCode {
    return emitTest(node, this, bindings);
  }

  noteName(name: string, bindings: Bindings | undefined): void {
    if (!isBound(name, bindings)) this.names.add(name);
  }

  typeNamed(name: string): FeelType | undefined {
    return this.#types.get(name);
  }
}
