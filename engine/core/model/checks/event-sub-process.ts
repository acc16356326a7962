import { problemAt } from '../problem.ts';
import { eachElement, incomingOf, isEventSubProcess, outgoingOf } from './check.ts';

/** An event sub-process is not part of the flow. */
export const eventSubProcess = eachElement(({ node }, process, file) => {
  if (!isEventSubProcess(node)) return [];
  const isFlowing = incomingOf(process, node.id).length + outgoingOf(process, node.id).length > 0;
  const isAttached = file.processes.some(({ placed }) =>
    placed.some((place) => place.node.references.attachedToRef === node.id),
  );
  return [
    ...(isFlowing ? ['Must not have incoming or outgoing sequence flows'] : []),
    ...(isAttached ? ['Must not have boundary events'] : []),
    ...(node.children.loopCharacteristics ? ['Must not be multi-instance'] : []),
  ].map((message) => problemAt(node, message));
});
