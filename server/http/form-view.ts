import type { FormDefinition } from '../../forms/schema.ts';
import type { FormView } from './contract/common.ts';

/** A form as the browser gets it. */
export function formView(form: FormDefinition): FormView {
  const { key, version, title, schema, uiSchema, pages } = form;
  return {
    key,
    version,
    title,
    schema: { ...schema },
    uiSchema: { ...uiSchema },
    pages: pages.map((page) => [...page]),
  };
}
