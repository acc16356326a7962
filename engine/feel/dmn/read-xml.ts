import { DmnModdle } from 'dmn-moddle';
import dmn13 from 'dmn-moddle/resources/dmn/json/dmn13.json' with { type: 'json' };
import dmndi13 from 'dmn-moddle/resources/dmn/json/dmndi13.json' with { type: 'json' };
import { type Element, survey, toElement } from './element.ts';

const BYTES_MAX = 2 * 1024 * 1024;
const ELEMENTS_MAX = 20_000;
const DEPTH_MAX = 100;
const MODEL_NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const DIAGRAM_NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';
/** DMN 1.2, 1.4, 1.5 and 1.6: what we read of them is the same or added below. */
const OTHER_VERSION =
  /(xmlns(?::[\w.-]+)?\s*=\s*)(["'])https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(MODEL|DMNDI)\/?\2/g;

const part = (name: string) => ({ name, type: 'ChildExpression' });
const iterator = { name: 'iteratorVariable', isAttr: true, type: 'String' };

function expression(name: string, properties: readonly unknown[]) {
  return { name, superClass: ['Expression'], properties };
}

/** The boxed expressions that DMN 1.4 added to 1.3. */
const addedTypes = [
  {
    name: 'ChildExpression',
    superClass: ['DMNElement'],
    properties: [
      { name: 'value', type: 'Expression' },
      { name: 'typeRef', isAttr: true, type: 'String' },
    ],
  },
  expression('Conditional', [part('if'), part('then'), part('else')]),
  expression('For', [iterator, part('in'), part('return')]),
  expression('Some', [iterator, part('in'), part('satisfies')]),
  expression('Every', [iterator, part('in'), part('satisfies')]),
  expression('Filter', [part('in'), part('match')]),
];

interface TypeDescriptor {
  readonly name: string;
  readonly properties?: readonly unknown[];
}

/** Adds a property to one type of the reader's description of DMN 1.3. */
function withProperty(types: readonly TypeDescriptor[], name: string, property: unknown) {
  return types.map((type) =>
    type.name === name ? { ...type, properties: [...(type.properties ?? []), property] } : type,
  );
}

const typeConstraint = { name: 'typeConstraint', type: 'UnaryTests' };
const alternativeShape = { name: 'useAlternativeInputDataShape', isAttr: true, type: 'Boolean' };

const moddle = new DmnModdle({
  dmn: {
    ...dmn13,
    types: [...withProperty(dmn13.types, 'ItemDefinition', typeConstraint), ...addedTypes],
  },
  dmndi: { ...dmndi13, types: withProperty(dmndi13.types, 'DMNDiagram', alternativeShape) },
});

export interface XmlModel {
  readonly ok: true;
  readonly definitions: Element;
  readonly names: readonly string[];
}

export interface XmlProblem {
  readonly ok: false;
  readonly message: string;
}

function refuse(message: string): XmlProblem {
  return { ok: false, message };
}

/**
 * Reads the XML of a decision model. What the reader only warns of (duplicate ids, unknown
 * elements) rejects the file: it would be lost silently. DOCTYPE is refused.
 */
export async function readXml(xml: string): Promise<XmlModel | XmlProblem> {
  const bytes = Buffer.byteLength(xml);
  if (bytes > BYTES_MAX) return refuse(`Expected at most ${BYTES_MAX} bytes, but found ${bytes}`);
  if (/<!DOCTYPE/i.test(xml)) return refuse('Expected a file without DOCTYPE, but found one');
  if ((xml.match(/<[A-Za-z]/g)?.length ?? 0) > ELEMENTS_MAX) {
    return refuse(`Expected at most ${ELEMENTS_MAX} elements, but found more`);
  }
  const model = xml.replace(OTHER_VERSION, (_all, name: string, quote: string, kind: string) => {
    return `${name}${quote}${kind === 'MODEL' ? MODEL_NAMESPACE : DIAGRAM_NAMESPACE}${quote}`;
  });
  try {
    const { rootElement, warnings } = await moddle.fromXML(model);
    const [first] = warnings;
    if (first !== undefined) {
      return refuse(`Expected a DMN file without errors, but: ${first.message}`);
    }
    const { names, depth } = survey(rootElement);
    if (depth > DEPTH_MAX) return refuse(`Expected at most ${DEPTH_MAX} levels of elements`);
    return { ok: true, definitions: toElement(rootElement), names };
  } catch (error) {
    return refuse(`Expected a DMN file, but: ${error instanceof Error ? error.message : error}`);
  }
}
