import { problemAt } from '../problem.ts';
import { childrenOf, extensionsOf } from '../source.ts';
import { eachElement } from './check.ts';

/** A multi-instance activity says over what it loops; a result needs a place and a value. */
export const multiInstance = eachElement(({ node }) => {
  const loop = childrenOf(node, 'loopCharacteristics')[0];
  if (loop?.type !== 'bpmn:MultiInstanceLoopCharacteristics') return [];
  const extensions = extensionsOf(loop, 'LoopCharacteristics');
  const attributes = extensions[0]?.attributes ?? {};
  const { inputCollection, outputCollection, outputElement } = attributes;
  const faults =
    extensions.length === 1
      ? [
          ...(inputCollection ? [] : ["Attribute 'inputCollection' must be present and not empty"]),
          ...(Boolean(outputCollection) === Boolean(outputElement)
            ? []
            : ["Attributes 'outputCollection' and 'outputElement' must be present together"]),
        ]
      : ["Must have exactly one 'zeebe:loopCharacteristics' extension element"];
  return faults.map((fault) => problemAt(node, fault, 'multiInstanceLoopCharacteristics'));
});
