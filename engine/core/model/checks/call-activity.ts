import { problemAt } from '../problem.ts';
import { extensionsOf } from '../source.ts';
import { eachElement } from './check.ts';

/** A call activity names the process that it calls. */
export const callActivity = eachElement(({ node }) => {
  if (node.type !== 'bpmn:CallActivity') return [];
  const called = extensionsOf(node, 'CalledElement');
  if (called.length !== 1) {
    return [problemAt(node, "Must have exactly one 'zeebe:calledElement' extension element")];
  }
  return called[0]?.attributes.processId?.trim()
    ? []
    : [
        problemAt(
          node,
          "Attribute 'processId' must be present and not empty",
          'extensionElements',
          'calledElement',
        ),
      ];
});
