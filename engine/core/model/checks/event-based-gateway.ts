import { problemAt } from '../problem.ts';
import { eachElement, eventDefinitionsOf, incomingOf, outgoingOf } from './check.ts';

const EVENTS: ReadonlySet<string> = new Set([
  'bpmn:MessageEventDefinition',
  'bpmn:TimerEventDefinition',
]);

/** An event-based gateway chooses among two or more catch events that nothing else leads to. */
export const eventBasedGateway = eachElement(({ node }, checked) => {
  if (node.type !== 'bpmn:EventBasedGateway') return [];
  const outgoing = outgoingOf(checked, node.id);
  const targets = outgoing.map(({ references }) => checked.nodes.get(references.targetRef ?? ''));
  const isCatching = targets.every(
    (target) =>
      target?.type === 'bpmn:IntermediateCatchEvent' &&
      EVENTS.has(eventDefinitionsOf(target)[0]?.type ?? ''),
  );
  const isShared = targets.some((target) => incomingOf(checked, target?.id).length > 1);
  return [
    ...(outgoing.length < 2
      ? ['Event-based gateway must have at least 2 outgoing sequence flows.']
      : []),
    ...(isCatching
      ? []
      : [
          'Event-based gateway must not have an outgoing sequence flow to other elements than ' +
            'message/timer intermediate catch events.',
        ]),
    ...(isShared
      ? [
          'Target elements of an event gateway must not have any additional incoming sequence ' +
            'flows other than that from the event gateway.',
        ]
      : []),
  ].map((message) => problemAt(node, message));
});
