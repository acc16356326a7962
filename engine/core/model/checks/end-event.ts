import { problemAt } from '../problem.ts';
import { eachElement, incomingOf, outgoingOf } from './check.ts';

/** Nothing leads out of an end event, and nothing into a start event. */
export const endEvent = eachElement(({ node }, checked) => {
  if (node.type === 'bpmn:EndEvent' && outgoingOf(checked, node.id).length > 0) {
    return [problemAt(node, 'End events must not have outgoing sequence flows to other elements.')];
  }
  if (node.type === 'bpmn:StartEvent' && incomingOf(checked, node.id).length > 0) {
    return [problemAt(node, 'Start events must not have incoming sequence flows')];
  }
  return [];
});
