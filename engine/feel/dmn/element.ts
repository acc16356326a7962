import type { ModdleElement } from 'dmn-moddle';

/** Reads an element without trusting it: what is missing or of another kind is undefined. */
export interface Element {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  text(property: string): string | undefined;
  flag(property: string): boolean;
  child(property: string): Element | undefined;
  children(property: string): readonly Element[];
  /** The id at the end of `href="…#id"`. */
  reference(property: string): string | undefined;
}

function isModdleElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function toElement(source: ModdleElement): Element {
  const child = (property: string): Element | undefined => {
    const value = source.get(property);
    return isModdleElement(value) ? toElement(value) : undefined;
  };
  return {
    type: source.$type.replace(/^dmn:/, ''),
    id: textOf(source.get('id')) ?? '',
    name: textOf(source.get('name')) ?? '',
    text: (property) => textOf(source.get(property)),
    flag: (property) => source.get(property) === true,
    child,
    children: (property) => {
      const value = source.get(property);
      return Array.isArray(value) ? value.filter(isModdleElement).map(toElement) : [];
    },
    reference: (property) => child(property)?.text('href')?.replace(/^.*#/, ''),
  };
}

const NAME_PROPERTIES = new Set(['name', 'iteratorVariable']);

/** What has to be known of a whole model before it is compiled. */
export interface Survey {
  /** All names, which expressions may use as variables or entries. */
  readonly names: readonly string[];
  /** How many elements stand inside one another. */
  readonly depth: number;
}

/** Walks through a model without recursion, so that no nesting can exhaust the stack. */
export function survey(root: ModdleElement): Survey {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const open: { readonly value: unknown; readonly level: number }[] = [{ value: root, level: 1 }];
  let depth = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, level } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    depth = Math.max(depth, level);
    const innerLevel = Array.isArray(value) ? level : level + 1;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && NAME_PROPERTIES.has(key)) names.add(inner);
      if (typeof inner === 'object' && !key.startsWith('$')) {
        open.push({ value: inner, level: innerLevel });
      }
    }
  }
  return { names: [...names], depth };
}
