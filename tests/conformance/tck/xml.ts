/** An element of a test file: enough XML for the conformance kit, which is well-formed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (all, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? all;
  });
}

function open(name: string, attributeText: string): OpenElement {
  const attributes = [...attributeText.matchAll(ATTRIBUTE)].map((match) => {
    return [match[1]?.replace(/^.*:/, '') ?? '', decode(match[2] ?? match[3] ?? '')] as const;
  });
  const localName = name.replace(/^.*:/, '');
  return { name: localName, attributes: new Map(attributes), children: [], text: '' };
}

/** Reads a document; prefixes are dropped. */
export function readXmlTree(xml: string): XmlElement {
  const root = open('root', '');
  const path = [root];
  for (const match of xml.matchAll(TOKEN)) {
    const [, cdata, closing, opening, attributes, isEmpty, text] = match;
    const top = path.at(-1) ?? root;
    if (cdata !== undefined) top.text += cdata;
    if (text !== undefined) top.text += decode(text);
    if (closing !== undefined) path.pop();
    if (opening === undefined) continue;
    const element = open(opening, attributes ?? '');
    top.children.push(element);
    if (isEmpty !== '/') path.push(element);
  }
  const [document] = root.children;
  if (document === undefined) throw new Error('Expected a document element, but found none.');
  return document;
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
