import { EXECUTABLE_TYPES } from '../build-element.ts';
import { problemAt, tagOf } from '../problem.ts';
import { eachElement } from './check.ts';

/** Drawn, but not executed: they are in Zeebe's models and do no harm. */
const TOLERATED: ReadonlySet<string> = new Set([
  'bpmn:SequenceFlow',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

/** An element that the engine cannot execute is refused, not ignored. */
export const supportedElement = eachElement(({ node }) => {
  const isLoop = node.children.loopCharacteristics?.[0]?.type;
  if (isLoop === 'bpmn:StandardLoopCharacteristics') {
    return [
      problemAt(
        node,
        "Elements of type 'standardLoopCharacteristics' are currently not supported.",
      ),
    ];
  }
  if (node.attributes.isForCompensation === 'true') {
    return [problemAt(node, 'Compensation is currently not supported.')];
  }
  if (EXECUTABLE_TYPES.has(node.type) || TOLERATED.has(node.type)) return [];
  return [problemAt(node, `Elements of type '${tagOf(node.type)}' are currently not supported.`)];
});
