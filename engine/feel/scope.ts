import type { Lookup } from './public.ts';
import type { FeelContext } from './values/context.ts';
import { fromJson } from './values/from-json.ts';
import type { Value } from './values/value.ts';

/** Where a name is looked up while an expression runs: inner names hide outer ones. */
export interface Scope {
  lookup(name: string): Value | undefined;
}

/** The variables an expression was given; each is converted once per evaluation. */
export class VariablesScope implements Scope {
  readonly #variables: Lookup;
  readonly #converted = new Map<string, Value>();

  constructor(variables: Lookup) {
    this.#variables = variables;
  }

  lookup(name: string): Value | undefined {
    const known = this.#converted.get(name);
    if (known !== undefined) return known;
    if (!this.#variables.has(name)) return undefined;
    const value = fromJson(this.#variables.get(name) ?? null);
    this.#converted.set(name, value);
    return value;
  }
}

/** One more name: a loop's variable, a parameter, `item`, `partial`, `?`. */
export class BindingScope implements Scope {
  readonly #name: string;
  readonly #parent: Scope;
  readonly #value: Value;

  constructor(name: string, value: Value, parent: Scope) {
    this.#name = name;
    this.#value = value;
    this.#parent = parent;
  }

  lookup(name: string): Value | undefined {
    return name === this.#name ? this.#value : this.#parent.lookup(name);
  }
}

/** The entries of a context as names: in a filter, in a boxed context, in a decision. */
export class ContextScope implements Scope {
  readonly #context: Pick<FeelContext, 'get'>;
  readonly #parent: Scope | undefined;

  constructor(context: Pick<FeelContext, 'get'>, parent?: Scope) {
    this.#context = context;
    this.#parent = parent;
  }

  lookup(name: string): Value | undefined {
    const own = this.#context.get(name);
    return own === undefined ? this.#parent?.lookup(name) : own;
  }
}
