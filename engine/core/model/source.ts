/**
 * One XML element of a BPMN file, as plain data without the parser's classes. Names are those of
 * the BPMN and Zeebe meta-models (`bpmn:ServiceTask`, `zeebe:TaskDefinition`).
 */
export interface SourceNode {
  readonly type: string;
  readonly id?: string;
  /** Attribute values as text. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Ids that attributes or child elements refer to (`sourceRef`, `default`, `messageRef`). */
  readonly references: Readonly<Record<string, string>>;
  /** Child elements by the name of their property, in document order. */
  readonly children: Readonly<Record<string, readonly SourceNode[]>>;
  /** Text content. */
  readonly body?: string;
}

/** The children of a node under one property. */
export function childrenOf(node: SourceNode, property: string): readonly SourceNode[] {
  return node.children[property] ?? [];
}

/** All extension elements of one type, `zeebe:` being understood. */
export function extensionsOf(node: SourceNode, name: string): readonly SourceNode[] {
  const type = `zeebe:${name}`;
  return childrenOf(node, 'extensionElements')
    .flatMap((extension) => childrenOf(extension, 'values'))
    .filter((extension) => extension.type === type);
}

/** The first extension element of one type. */
export function extensionOf(node: SourceNode, name: string): SourceNode | undefined {
  return extensionsOf(node, name)[0];
}

/** A node with the nodes around it, outermost first. */
export interface PlacedNode {
  readonly node: SourceNode;
  readonly ancestors: readonly SourceNode[];
}

/** Every flow element of a process or sub-process, those of inner sub-processes included. */
export function flowElementsOf(scope: SourceNode): readonly PlacedNode[] {
  const found: PlacedNode[] = [];
  const open: PlacedNode[] = [{ node: scope, ancestors: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const ancestors = [...next.ancestors, next.node];
    const inner = childrenOf(next.node, 'flowElements').map((node) => ({ node, ancestors }));
    found.push(...inner);
    open.push(...inner.filter(({ node }) => node.children.flowElements !== undefined));
  }
  return found;
}
