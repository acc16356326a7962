import { ANY, builtInType, type FeelType } from '../type-model/feel-type.ts';
import type { Element } from './element.ts';

const DEPTH_MAX = 50;

/** The types that a model defines, by name. A type that holds itself is Any on the inside. */
export function readItemTypes(definitions: Element): ReadonlyMap<string, FeelType> {
  const items = new Map(definitions.children('itemDefinition').map((each) => [each.name, each]));
  const types = new Map<string, FeelType>();
  for (const [name, item] of items) types.set(name, typeOfItem(item, items, 0));
  return types;
}

function typeOfItem(item: Element, items: ReadonlyMap<string, Element>, depth: number): FeelType {
  if (depth > DEPTH_MAX) return ANY;
  const type = singleType(item, items, depth);
  return item.flag('isCollection') ? { kind: 'list', item: type } : type;
}

function singleType(item: Element, items: ReadonlyMap<string, Element>, depth: number): FeelType {
  const components = item.children('itemComponent');
  if (components.length > 0) {
    const entries = components.map((each) => {
      return [each.name, typeOfItem(each, items, depth + 1)] as const;
    });
    return { kind: 'context', entries };
  }
  if (item.child('functionItem') !== undefined) return { kind: 'function' };
  return resolveType(item.text('typeRef'), (name) => {
    const other = items.get(name);
    return other === undefined ? undefined : typeOfItem(other, items, depth + 1);
  });
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
