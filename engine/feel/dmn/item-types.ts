import { ANY, builtInType, type FeelType } from '../type-model/feel-type.ts';
import type { Element } from './element.ts';

/** Reads each definition once; one that is still being read holds itself, and is Any inside. */
class ItemTypes {
  readonly #items: ReadonlyMap<string, Element>;
  readonly #types = new Map<string, FeelType>();

  constructor(items: readonly Element[]) {
    this.#items = new Map(items.map((each) => [each.name, each]));
  }

  all(): ReadonlyMap<string, FeelType> {
    for (const name of this.#items.keys()) this.#named(name);
    return this.#types;
  }

  #named(name: string): FeelType | undefined {
    const known = this.#types.get(name);
    const item = this.#items.get(name);
    if (known !== undefined || item === undefined) return known;
    this.#types.set(name, ANY);
    const type = this.#typeOf(item);
    this.#types.set(name, type);
    return type;
  }

  #typeOf(item: Element): FeelType {
    const type = this.#single(item);
    return item.flag('isCollection') ? { kind: 'list', item: type } : type;
  }

  #single(item: Element): FeelType {
    const components = item.children('itemComponent');
    if (components.length > 0) {
      const entries = components.map((each) => [each.name, this.#typeOf(each)] as const);
      return { kind: 'context', entries };
    }
    if (item.child('functionItem') !== undefined) return { kind: 'function' };
    return resolveType(item.text('typeRef'), (name) => this.#named(name));
  }
}

/** The types that a model defines, by name. */
export function readItemTypes(definitions: Element): ReadonlyMap<string, FeelType> {
  return new ItemTypes(definitions.children('itemDefinition')).all();
}

/** Resolves `typeRef`: FEEL's own types, with or without a prefix, else the model's. */
export function resolveType(
  reference: string | undefined,
  named: (name: string) => FeelType | undefined,
): FeelType {
  if (reference === undefined) return ANY;
  const name = reference.trim();
  const local = name.replace(/^[A-Za-z_]\w*:/, '');
  return named(name) ?? builtInType(name) ?? named(local) ?? builtInType(local) ?? ANY;
}
