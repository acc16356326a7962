import { problemAt, tagOf } from '../problem.ts';
import { eachElement, eventDefinitionsOf } from './check.ts';

/** Which event definitions each kind of event can have. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'bpmn:StartEvent': ['Message', 'Timer', 'Error'],
  'bpmn:EndEvent': ['Message', 'Error', 'Terminate'],
  'bpmn:IntermediateCatchEvent': ['Message', 'Timer'],
  'bpmn:IntermediateThrowEvent': ['Message'],
  'bpmn:BoundaryEvent': ['Message', 'Timer', 'Error'],
};

/** An event has at most one definition, of a kind that makes sense there. */
export const supportedEventDefinition = eachElement(({ node }) => {
  const allowed = ALLOWED[node.type]?.map((kind) => `bpmn:${kind}EventDefinition`);
  if (allowed === undefined) return [];
  const definitions = eventDefinitionsOf(node);
  const foreign = definitions.filter(({ type }) => !allowed.includes(type));
  const isRequired = ['bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'].includes(node.type);
  return [
    ...foreign.map(({ type }) =>
      problemAt(node, 'Event definition of this type is not supported', tagOf(type)),
    ),
    ...(definitions.length > 1 ? [problemAt(node, 'Must have at most one event definition')] : []),
    ...(isRequired && definitions.length === 0
      ? [problemAt(node, 'Must have exactly one event definition')]
      : []),
  ];
});
