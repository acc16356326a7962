import { type DeploymentProblem, problemAt } from '../problem.ts';
import { extensionsOf, type SourceNode } from '../source.ts';
import { type CheckedFile, eachElement, eventDefinitionsOf } from './check.ts';

const THROWING: ReadonlySet<string> = new Set(['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent']);

/** What waits for a message names it, and says by what key it knows its own. */
export const messageReference = eachElement(({ node, ancestors }, _process, file) => {
  const definition =
    node.type === 'bpmn:ReceiveTask'
      ? node
      : eventDefinitionsOf(node).find(({ type }) => type === 'bpmn:MessageEventDefinition');
  if (definition === undefined || THROWING.has(node.type)) return [];
  const message = file.rootElements.get(definition.references.messageRef ?? '');
  if (message === undefined) return [problemAt(node, 'Must reference a message')];
  const isProcessStart =
    node.type === 'bpmn:StartEvent' && ancestors.at(-1)?.type === 'bpmn:Process';
  return isProcessStart ? checkStart(node, message, file) : checkCatch(message);
});

function checkCatch(message: SourceNode): DeploymentProblem[] {
  const subscriptions = extensionsOf(message, 'Subscription');
  const key = subscriptions[0]?.attributes.correlationKey ?? '';
  return [
    ...(message.attributes.name ? [] : [problemAt(message, 'Name must be present and not empty')]),
    ...(subscriptions.length === 1
      ? []
      : [
          problemAt(
            message,
            'Must have exactly one zeebe:subscription extension element',
            'extensionElements',
          ),
        ]),
    ...(subscriptions.length === 1 && key === ''
      ? [
          problemAt(
            message,
            'zeebe:correlationKey must be present and not empty',
            'extensionElements',
            'subscription',
          ),
        ]
      : []),
  ];
}

/** The subscription of a start event exists before there is any variable. */
function checkStart(
  node: SourceNode,
  message: SourceNode,
  { processes }: CheckedFile,
): DeploymentProblem[] {
  const name = message.attributes.name ?? '';
  const users = processes
    .flatMap(({ root }) => root.children.flowElements ?? [])
    .filter(({ type }) => type === 'bpmn:StartEvent')
    .filter((start) => eventDefinitionsOf(start)[0]?.references.messageRef === message.id);
  return [
    ...(name === '' ? [problemAt(message, 'Name must be present and not empty')] : []),
    ...(name.trim().startsWith('=')
      ? [
          problemAt(
            node,
            `Expected constant message name but found '${name}', ` +
              'which could not be evaluated without context.',
          ),
        ]
      : []),
    ...(users.length > 1 && users[0] === node
      ? [problemAt(message, 'A message cannot be referred by more than one start event')]
      : []),
  ];
}
