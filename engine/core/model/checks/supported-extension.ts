import { problemAt, tagOf } from '../problem.ts';
import { childrenOf, extensionsOf } from '../source.ts';
import { eachElement } from './check.ts';

/** Extensions that would change what happens, and that the engine does not execute. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  ExecutionListeners: 'Execution listeners are not supported.',
  TaskListeners: 'Task listeners are not supported.',
  UserTask:
    "Native user tasks ('zeebe:userTask') are not supported: " +
    'remove it to get a job-based user task.',
  AdHoc: 'Ad-hoc sub-processes are not supported.',
  ConditionalFilter: 'Conditional events are not supported.',
  LinkedResources: 'Linked resources are not supported.',
};

/** An extension that would silently do nothing is refused. */
export const supportedExtension = eachElement(({ node }) => [
  ...Object.entries(UNSUPPORTED)
    .filter(([name]) => extensionsOf(node, name).length > 0)
    .map(([name, message]) =>
      problemAt(node, message, 'extensionElements', tagOf(`zeebe:${name}`)),
    ),
  ...childrenOf(node, 'extensionElements')
    .flatMap((extension) => childrenOf(extension, 'values'))
    .filter(({ attributes }) => !['latest', undefined].includes(attributes.bindingType))
    .map((extension) =>
      problemAt(
        node,
        `The binding type '${extension.attributes.bindingType}' is not supported.`,
        'extensionElements',
        tagOf(extension.type),
      ),
    ),
]);
