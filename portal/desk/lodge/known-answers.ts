import type { FormView, JsonObject, Me } from '../types.ts';
import type { Unit } from './unit-picker.tsx';

/** What the desk knows already, by the name that a form asks for it in `startsAs`. */
function knownBy(me: Me, unit: Unit | undefined): Readonly<Record<string, string | undefined>> {
  return { userName: me.user.name, unitCode: unit?.code };
}

/** The answers that a form starts with, so that nobody types what the desk knows; all can be changed. */
export function knownAnswers(form: FormView, me: Me, unit: Unit | undefined): JsonObject {
  const known = knownBy(me, unit);
  const answers: Record<string, string> = {};
  for (const [field, ui] of Object.entries(form.uiSchema as Record<string, UiField>)) {
    const value = known[ui?.['ui:options']?.startsAs ?? ''];
    if (value !== undefined) answers[field] = value;
  }
  return answers;
}

interface UiField {
  readonly 'ui:options'?: { readonly startsAs?: string };
}
