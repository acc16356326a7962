import { type DeploymentProblem, problemAt } from '../problem.ts';
import { extensionsOf, type SourceNode } from '../source.ts';
import { eachElement, eventDefinitionsOf } from './check.ts';

const MESSAGE = "Must have exactly one 'zeebe:taskDefinition' extension element";

/** What a worker does says by which type the worker finds it. */
export const jobDefinition = eachElement(({ node }) => {
  switch (node.type) {
    case 'bpmn:ServiceTask':
    case 'bpmn:SendTask':
      return exactlyOne(node, []);
    case 'bpmn:ScriptTask':
      return exactlyOne(node, ['Script']);
    case 'bpmn:BusinessRuleTask':
      return exactlyOne(node, ['CalledDecision']);
    case 'bpmn:EndEvent':
    case 'bpmn:IntermediateThrowEvent':
      return isMessage(node) ? exactlyOne(node, []) : [];
    default:
      return [];
  }
});

function isMessage(node: SourceNode): boolean {
  return eventDefinitionsOf(node)[0]?.type === 'bpmn:MessageEventDefinition';
}

function exactlyOne(node: SourceNode, alternatives: readonly string[]): DeploymentProblem[] {
  const found = ['TaskDefinition', ...alternatives].flatMap((name) => extensionsOf(node, name));
  if (found.length !== 1) return [problemAt(node, describe(alternatives))];
  return found.flatMap((extension) => checkAttributes(node, extension));
}

function describe(alternatives: readonly string[]): string {
  const [other] = alternatives;
  if (other === undefined) return MESSAGE;
  const name = other.charAt(0).toLowerCase() + other.slice(1);
  return `Must have either one 'zeebe:${name}' or one 'zeebe:taskDefinition' extension element`;
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'zeebe:TaskDefinition': ['type'],
  'zeebe:Script': ['expression', 'resultVariable'],
  'zeebe:CalledDecision': ['decisionId', 'resultVariable'],
};

function checkAttributes(node: SourceNode, extension: SourceNode): DeploymentProblem[] {
  const names = REQUIRED[extension.type] ?? [];
  const missing = names.filter((name) => (extension.attributes[name] ?? '').trim() === '');
  const isEmpty = extension.attributes.retries?.trim() === '';
  return [...missing, ...(isEmpty ? ['retries'] : [])].map((name) =>
    problemAt(node, `Attribute '${name}' must be present and not empty`, 'extensionElements'),
  );
}
