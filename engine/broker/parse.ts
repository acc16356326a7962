import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { buildGraphs } from '../core/model/build-graphs.ts';
import { checkModel } from '../core/model/checks/index.ts';
import type { ProcessGraph } from '../core/model/graph.ts';
import { FILE_BYTES_MAX, NESTING_MAX } from '../core/model/limits.ts';
import type { DeploymentProblem } from '../core/model/problem.ts';
import type { SourceNode } from '../core/model/source.ts';
import { problem, type Result, success } from '../core/records/index.ts';

/** Deepest XML nesting: each sub-process takes one level, what stands in it a few more. */
const XML_DEPTH_MAX = NESTING_MAX + 20;

/** Properties to leave out: the drawing, and the id, which has its own place. */
const IGNORED: ReadonlySet<string> = new Set(['diagrams', 'id']);

/** What moddle's objects look like from outside; the converter needs nothing else. */
interface ModdleObject {
  readonly $type: string;
  readonly id?: string;
  readonly $descriptor?: { readonly properties?: readonly ModdleProperty[] };
  readonly [property: string]: unknown;
}

interface ModdleProperty {
  readonly name: string;
  readonly ns: { readonly localName: string };
  readonly isMany?: boolean;
  readonly isReference?: boolean;
  readonly isBody?: boolean;
}

const zeebe: unknown = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('zeebe-bpmn-moddle/resources/zeebe.json'),
    'utf8',
  ),
);

/**
 * Reads a BPMN file, checks it by Zeebe's rules, and builds a graph for each executable process.
 * Strict: moddle's warnings mean that it dropped something, so each of them refuses the file.
 */
export async function parseBpmn(
  xml: string,
): Promise<Result<readonly ProcessGraph[], readonly DeploymentProblem[]>> {
  const source = await parseSource(xml);
  if (!source.ok) return source;
  const problems = checkModel(source.value);
  return problems.length > 0 ? problem(problems) : buildGraphs(source.value);
}

/** Reads a BPMN file into plain data; whether it makes sense as a process is not asked yet. */
export async function parseSource(
  xml: string,
): Promise<Result<SourceNode, readonly DeploymentProblem[]>> {
  const refusal = refuseText(xml);
  if (refusal !== undefined) return refuse(refusal);
  const parsed = await parseXml(xml);
  if (!parsed.ok) return parsed;
  const depth = depthOf(parsed.value);
  if (depth > XML_DEPTH_MAX) {
    return refuse(`Expected at most ${NESTING_MAX} nested sub-processes, but found more`);
  }
  return success(toSource(parsed.value));
}

async function parseXml(xml: string): Promise<Result<ModdleObject, readonly DeploymentProblem[]>> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml);
    if (warnings.length > 0) {
      return problem(warnings.map(({ message }) => ({ element: 'definitions', message })));
    }
    return success(rootElement as unknown as ModdleObject);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Entities are the way to make a small XML file huge, and BPMN needs none of its own. */
function refuseText(xml: string): string | undefined {
  if (Buffer.byteLength(xml) > FILE_BYTES_MAX) {
    return `Expected a file of at most ${FILE_BYTES_MAX} bytes, but it has more`;
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return 'Expected no DOCTYPE, but found one';
  return undefined;
}

function refuse(message: string): Result<never, readonly DeploymentProblem[]> {
  return problem([{ element: 'definitions', message }]);
}

function depthOf(root: ModdleObject): number {
  let level = [root];
  let depth = 0;
  while (level.length > 0 && depth <= XML_DEPTH_MAX) {
    depth += 1;
    level = level.flatMap((node) =>
      propertiesOf(node)
        .filter((property) => property.isReference !== true)
        .flatMap((property) => objectsIn(node[property.ns.localName])),
    );
  }
  return depth;
}

function toSource(node: ModdleObject): SourceNode {
  const attributes: Record<string, string> = {};
  const references: Record<string, string> = {};
  const children: Record<string, readonly SourceNode[]> = {};
  let body: string | undefined;
  for (const { ns, isReference, isMany, isBody } of propertiesOf(node)) {
    const name = ns.localName;
    const value = Object.hasOwn(node, name) ? node[name] : undefined;
    if (value === undefined) continue;
    const inner = objectsIn(value);
    if (isReference === true) {
      if (isMany !== true && inner[0]?.id !== undefined) references[name] = inner[0].id;
    } else if (inner.length > 0) children[name] = inner.map(toSource);
    else if (isBody === true) body = String(value);
    else if (!Array.isArray(value)) attributes[name] = String(value);
  }
  return {
    type: node.$type,
    ...(node.id === undefined ? {} : { id: node.id }),
    attributes,
    references,
    children,
    ...(body === undefined ? {} : { body }),
  };
}

/** Elements of namespaces that nobody knows have no properties: they are carried by name only. */
function propertiesOf(node: ModdleObject): readonly ModdleProperty[] {
  const properties = node.$descriptor?.properties ?? [];
  return properties.filter(({ ns }) => !IGNORED.has(ns.localName));
}

function objectsIn(value: unknown): ModdleObject[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'object' && item !== null && '$type' in item);
}
