import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '../../../engine/feel/index.ts';
import { childrenOf, readXmlTree, type XmlElement } from './xml.ts';

/** A value of a test file; the type decides how two values are compared. */
export type Expected =
  | { readonly kind: 'null' }
  | { readonly kind: 'value'; readonly type: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Expected[] }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, Expected> };

export interface TckResult {
  readonly name: string;
  readonly type: string;
  readonly isError: boolean;
  readonly expected: Expected;
}

export interface TckCase {
  readonly id: string;
  readonly type: string;
  readonly invocable: string | undefined;
  readonly inputs: ReadonlyMap<string, JsonValue>;
  readonly results: readonly TckResult[];
}

export interface TckModel {
  readonly level: string;
  readonly name: string;
  readonly xml: string;
  readonly cases: readonly TckCase[];
}

function readValue(node: XmlElement | undefined): Expected {
  if (node === undefined || node.attributes.get('nil') === 'true') return { kind: 'null' };
  const components = childrenOf(node, 'component');
  const [list] = childrenOf(node, 'list');
  const [value] = childrenOf(node, 'value');
  if (components.length > 0) {
    const entries = components.map((each) => {
      return [each.attributes.get('name') ?? '', readValue(each)] as const;
    });
    return { kind: 'context', entries: new Map(entries) };
  }
  if (list !== undefined) return { kind: 'list', items: childrenOf(list, 'item').map(readValue) };
  if (value === undefined || value.attributes.get('nil') === 'true') return { kind: 'null' };
  const type = (value.attributes.get('type') ?? 'string').replace(/^.*:/, '');
  return { kind: 'value', type, text: type === 'string' ? value.text : value.text.trim() };
}

function toJson(value: Expected): JsonValue {
  switch (value.kind) {
    case 'null':
      return null;
    case 'list':
      return value.items.map(toJson);
    case 'context':
      return Object.fromEntries([...value.entries].map(([key, each]) => [key, toJson(each)]));
    case 'value':
      if (value.type === 'boolean') return value.text === 'true';
      return ['decimal', 'double', 'integer'].includes(value.type)
        ? Number(value.text)
        : value.text;
    default:
      return value satisfies never;
  }
}

function readCase(node: XmlElement): TckCase {
  const inputs = childrenOf(node, 'inputNode').map((each) => {
    return [each.attributes.get('name') ?? '', toJson(readValue(each))] as const;
  });
  return {
    id: node.attributes.get('id') ?? '',
    type: node.attributes.get('type') ?? 'decision',
    invocable: node.attributes.get('invocableName'),
    inputs: new Map(inputs),
    results: childrenOf(node, 'resultNode').map((each) => ({
      name: each.attributes.get('name') ?? '',
      type: each.attributes.get('type') ?? 'decision',
      isError: each.attributes.get('errorResult') === 'true',
      expected: readValue(childrenOf(each, 'expected')[0]),
    })),
  };
}

/** Reads all models of a folder of the kit with their cases. */
export function readKit(folder: string): readonly TckModel[] {
  const levels = readdirSync(folder).filter((name) => name.startsWith('compliance-level-'));
  return levels.sort().flatMap((level) =>
    readdirSync(join(folder, level))
      .sort()
      .flatMap((name) => readModel(folder, level, name)),
  );
}

function readModel(folder: string, level: string, name: string): TckModel[] {
  const files = readdirSync(join(folder, level, name));
  const read = (file: string) => readFileSync(join(folder, level, name, file), 'utf8');
  return files
    .filter((file) => file.endsWith('.dmn'))
    .map((file) => ({
      level,
      name,
      xml: read(file),
      cases: files
        .filter((each) => each.endsWith('.xml'))
        .flatMap((each) => childrenOf(readXmlTree(read(each)), 'testCase').map(readCase)),
    }));
}
