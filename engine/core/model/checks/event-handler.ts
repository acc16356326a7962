import { problemAt } from '../problem.ts';
import { eachElement, incomingOf, isEventSubProcess, outgoingOf } from './check.ts';

/** An event sub-process is not part of the flow. */
export const eventHandler = eachElement(({ node }, checked, file) => {
  if (!isEventSubProcess(node)) return [];
  const isFlowing = incomingOf(checked, node.id).length + outgoingOf(checked, node.id).length > 0;
  const isAttached = file.processes.some(({ placed }) =>
    placed.some((place) => place.node.references.attachedToRef === node.id),
  );
  return [
    ...(isFlowing ? ['Must not have incoming or outgoing sequence flows'] : []),
    ...(isAttached ? ['Must not have boundary events'] : []),
    ...(node.children.loopCharacteristics ? ['Must not be multi-instance'] : []),
  ].map((message) => problemAt(node, message));
});
