import { ReadOnlyForm } from '../form/read-only-form.tsx';
import { timeText } from '../format.ts';
import type { CaseView } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** The forms that were filled in, each folded under its title. */
export function SavedForms({ forms }: { readonly forms: CaseView['forms'] }) {
  const { say, language } = useWords();
  if (forms.length === 0) return null;
  return (
    <>
      <h3>{say('facts.forms')}</h3>
      {forms.map((form) => (
        <details key={form.id} className="decision">
          <summary>
            {form.title}
            <span className="second">
              {' '}
              · {form.savedBy} · {timeText(form.savedAt, language)}
            </span>
          </summary>
          <ReadOnlyForm schema={form.schema} data={form.data} />
        </details>
      ))}
    </>
  );
}
