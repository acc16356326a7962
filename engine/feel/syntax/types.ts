import { ANY, builtInType, type FeelType } from '../type-model/feel-type.ts';
import { childOf, type Emitter } from './code.ts';
import { nameOf, type Syntax } from './tree.ts';

function typeNamed(name: string, emitter: Emitter): FeelType {
  return builtInType(name) ?? emitter.typeNamed(name) ?? { kind: 'unknown', name };
}

function typesIn(node: Syntax): readonly Syntax[] {
  return node.children.filter((child) => child.type === 'Type');
}

function readContextType(node: Syntax, emitter: Emitter): FeelType {
  const list = node.children.find((child) => child.type === 'ContextEntryTypes');
  const entries = (list?.children ?? [])
    .filter((child) => child.type === 'ContextEntryType')
    .map((entry) => {
      return [nameOf(childOf(entry, 'Name')), readType(childOf(entry, 'Type'), emitter)] as const;
    });
  return { kind: 'context', entries };
}

/** Reads a `Type` node; a name that nobody knows becomes the type `unknown`. */
export function readType(node: Syntax, emitter: Emitter): FeelType {
  const [inner] = node.children;
  if (inner === undefined) return ANY;
  switch (inner.type) {
    case 'ListType': {
      const [item] = typesIn(inner);
      // The scanner writes `list <` for `range<`, which the grammar does not know.
      const kind = inner.text.startsWith('range') ? 'range' : 'list';
      return { kind, item: item === undefined ? ANY : readType(item, emitter) };
    }
    case 'ContextType':
      return readContextType(inner, emitter);
    case 'FunctionType':
      return { kind: 'function' };
    default:
      return typeNamed(nameOf(inner), emitter);
  }
}
