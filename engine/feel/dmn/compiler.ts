import { compileCode } from '../compile.ts';
import type { Code } from '../syntax/code.ts';
import type { FeelType } from '../type-model/feel-type.ts';
import type { Element } from './element.ts';
import { resolveType } from './item-types.ts';
import type { DmnProblem } from './model.ts';

const NOTHING: Code = () => null;

/** Compiles the expressions of one model and collects what is wrong with them. */
export class Compiler {
  readonly problems: DmnProblem[] = [];
  readonly #names: readonly string[];
  readonly #types: ReadonlyMap<string, FeelType>;

  constructor(names: readonly string[], types: ReadonlyMap<string, FeelType>) {
    this.#names = names;
    this.#types = types;
  }

  report(node: Element, message: string): void {
    this.problems.push({ elementId: node.id, message });
  }

  type(reference: string | undefined): FeelType {
    return resolveType(reference, (name) => this.#types.get(name));
  }

  expression(node: Element, text: string): Code {
    return this.#compile(node, text, 'expression');
  }

  unaryTests(node: Element, text: string): Code {
    return this.#compile(node, text, 'unary-tests');
  }

  /** The entry of an output: nothing, and `-`, mean no value. */
  outputEntry(node: Element, text: string): Code {
    return ['', '-'].includes(text.trim()) ? NOTHING : this.expression(node, text);
  }

  /** An expression that need not be one. */
  tryExpression(text: string): Code | undefined {
    const options = { names: this.#names, types: this.#types };
    const compiled = compileCode(text, 'expression', options);
    return compiled.ok ? compiled.code : undefined;
  }

  #compile(node: Element, text: string, kind: 'expression' | 'unary-tests'): Code {
    const compiled = compileCode(text, kind, { names: this.#names, types: this.#types });
    if (compiled.ok) return compiled.code;
    this.report(node, `failed to parse expression '${text}': ${compiled.message}`);
    return NOTHING;
  }
}
