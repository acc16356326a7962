import { problemAt } from '../problem.ts';
import { eachElement, eventDefinitionsOf, incomingOf, outgoingOf } from './check.ts';

const ACTIVITY = /(Task|SubProcess|CallActivity)$/;

/** A boundary event sits on an activity, leads somewhere, and nothing leads to it. */
export const boundaryEvent = eachElement(({ node }, checked) => {
  if (node.type !== 'bpmn:BoundaryEvent') return [];
  const host = checked.nodes.get(node.references.attachedToRef ?? '');
  const isError = eventDefinitionsOf(node)[0]?.type === 'bpmn:ErrorEventDefinition';
  const isSoft = node.attributes.cancelActivity === 'false';
  return [
    ...(host !== undefined && ACTIVITY.test(host.type) ? [] : ['Must be attached to an activity']),
    ...(incomingOf(checked, node.id).length > 0 ? ['Cannot have incoming sequence flows'] : []),
    ...(outgoingOf(checked, node.id).length === 0
      ? ['Must have at least one outgoing sequence flow']
      : []),
    ...(isError && isSoft ? ['Error boundary events must be interrupting'] : []),
  ].map((message) => problemAt(node, message));
});
