import { problemAt } from '../problem.ts';
import { eachElement, eventDefinitionsOf } from './check.ts';

/** Throwing needs an error code; catching needs a constant one, or none to catch any error. */
export const errorReference = eachElement(({ node }, _process, { rootElements }) => {
  const definition = eventDefinitionsOf(node)[0];
  if (definition?.type !== 'bpmn:ErrorEventDefinition') return [];
  const { errorRef } = definition.references;
  const code = rootElements.get(errorRef ?? '')?.attributes.errorCode ?? '';
  const isThrown = node.type === 'bpmn:EndEvent';
  if (isThrown && errorRef === undefined) return [problemAt(node, 'Must reference an error')];
  if (isThrown && code === '') return [problemAt(node, 'ErrorCode must be present and not empty')];
  return !isThrown && code.trim().startsWith('=')
    ? [problemAt(node, 'The errorCode of the error catch event is not allowed to be an expression')]
    : [];
});
