import { ANY } from '../type-model/feel-type.ts';
import { compileBoxed } from './boxed.ts';
import { Compiler } from './compiler.ts';
import type { Element } from './element.ts';
import { readItemTypes } from './item-types.ts';
import type {
  Decision,
  DecisionService,
  DmnProblems,
  Drg,
  InputData,
  KnowledgeModel,
  Logic,
  Requirements,
} from './model.ts';
import { readXml } from './read-xml.ts';

const NO_LOGIC: Logic = { kind: 'UNSPECIFIED', code: () => null };

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function references(node: Element, property: string, inner: string): readonly string[] {
  return node
    .children(property)
    .map((each) => each.reference(inner))
    .filter(isText);
}

function hrefs(node: Element, property: string): readonly string[] {
  return node
    .children(property)
    .map((each) => each.text('href')?.replace(/^.*#/, ''))
    .filter(isText);
}

function requirementsOf(node: Element): Requirements {
  return {
    decisions: references(node, 'informationRequirement', 'requiredDecision'),
    inputs: references(node, 'informationRequirement', 'requiredInput'),
    knowledge: references(node, 'knowledgeRequirement', 'requiredKnowledge'),
  };
}

function namedOf(node: Element, compiler: Compiler) {
  const variable = node.child('variable');
  const aliases = [...new Set([variable?.name, node.name, node.id].filter(isText))];
  return { id: node.id, name: node.name, aliases, type: compiler.type(variable?.text('typeRef')) };
}

function readDecision(node: Element, compiler: Compiler): Decision {
  const logic = node.child('decisionLogic');
  return {
    ...namedOf(node, compiler),
    ...requirementsOf(node),
    logic: logic === undefined ? NO_LOGIC : compileBoxed(logic, compiler),
  };
}

function readKnowledge(node: Element, compiler: Compiler): KnowledgeModel {
  const definition = node.child('encapsulatedLogic');
  const parameters = definition?.children('formalParameter') ?? [];
  const body = definition?.child('body');
  const isFeel = (definition?.text('kind') ?? 'FEEL') === 'FEEL';
  return {
    ...namedOf(node, compiler),
    ...requirementsOf(node),
    type: ANY,
    parameters: parameters.map((each) => {
      return { name: each.name, type: compiler.type(each.text('typeRef')) };
    }),
    logic: body === undefined || !isFeel ? NO_LOGIC : compileBoxed(body, compiler),
  };
}

function readService(node: Element, compiler: Compiler): DecisionService {
  return {
    ...namedOf(node, compiler),
    outputs: hrefs(node, 'outputDecision'),
    inputDecisions: hrefs(node, 'inputDecision'),
    inputs: hrefs(node, 'inputData'),
  };
}

function readAll<T>(definitions: Element, type: string, read: (node: Element) => T) {
  const nodes = definitions.children('drgElement').filter((each) => each.type === type);
  return new Map(nodes.map((node) => [node.id, read(node)] as const));
}

function checkIds(definitions: Element, compiler: Compiler): void {
  for (const node of definitions.children('drgElement')) {
    if (node.id === '') compiler.report(node, `Expected ${node.type} '${node.name}' to have an id`);
  }
}

/** A required decision must exist, and must not lead back; knowledge models may recurse. */
function checkRequirements(drg: Drg, compiler: Compiler, definitions: Element): void {
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (id: string, from: string): void => {
    if (done.has(id)) return;
    const decision = drg.decisions.get(id);
    if (open.has(id)) {
      compiler.report(definitions, `Expected no cycle of requirements, but '${id}' is in one`);
    } else if (decision === undefined) {
      compiler.report(definitions, `Expected '${from}' to require a decision, but not '${id}'`);
    } else {
      open.add(id);
      for (const each of decision.decisions) visit(each, id);
      open.delete(id);
      done.add(id);
    }
  };
  for (const id of drg.decisions.keys()) visit(id, id);
}

/**
 * Parses a DMN file (1.2 to 1.6) and compiles every expression in it. All problems are
 * collected, so that a person can mend them at once.
 */
export async function parseDmn(xml: string): Promise<Drg | DmnProblems> {
  const model = await readXml(xml);
  if (!model.ok) return { ok: false, problems: [{ elementId: '', message: model.message }] };
  const { definitions } = model;
  const compiler = new Compiler(model.names, readItemTypes(definitions));
  checkIds(definitions, compiler);
  const drg: Drg = {
    ok: true,
    id: definitions.id,
    name: definitions.name,
    namespace: definitions.text('namespace') ?? '',
    decisions: readAll(definitions, 'Decision', (node) => readDecision(node, compiler)),
    inputs: readAll(definitions, 'InputData', (node): InputData => namedOf(node, compiler)),
    knowledge: readAll(definitions, 'BusinessKnowledgeModel', (node) =>
      readKnowledge(node, compiler),
    ),
    services: readAll(definitions, 'DecisionService', (node) => readService(node, compiler)),
  };
  checkRequirements(drg, compiler, definitions);
  return compiler.problems.length === 0 ? drg : { ok: false, problems: compiler.problems };
}
