import { problemAt } from '../problem.ts';
import { extensionOf } from '../source.ts';
import { eachElement } from './check.ts';

/** A user task's form, if it has one, is named by a key that the application understands. */
export const userTask = eachElement(({ node }) => {
  const form = node.type === 'bpmn:UserTask' ? extensionOf(node, 'FormDefinition') : undefined;
  if (form === undefined || form.attributes.formKey) return [];
  const message = form.attributes.formId
    ? "Forms by id ('formId') are not supported: use 'formKey'"
    : "Exactly one of the attributes 'formId', 'formKey' must be present and not empty";
  return [problemAt(node, message, 'extensionElements', 'formDefinition')];
});
