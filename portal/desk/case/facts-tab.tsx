import { factText, timeText } from '../format.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import type { CaseView, DecisionEntry } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { plainText } from './plain-text.ts';
import { SavedForms } from './saved-forms.tsx';

/** What is known: the facts, what the decision tables said and why, then the forms as filled. */
export function FactsTab({ file }: { readonly file: CaseView }) {
  const { say, language } = useWords();
  return (
    <div className="facts">
      {file.facts.length === 0 && (
        <EmptyNote title={say('facts.none')}>{say('facts.noneHint')}</EmptyNote>
      )}
      <dl className="fact-list">
        {file.facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{factText(fact.value, language)}</dd>
          </div>
        ))}
      </dl>
      {file.decisions.length > 0 && <h3>{say('facts.decisions')}</h3>}
      {file.decisions.map((decision, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows, and one table may decide twice at one moment.
        <Decision key={at} decision={decision} />
      ))}
      <SavedForms forms={file.forms} />
    </div>
  );
}

function Decision({ decision }: { readonly decision: DecisionEntry }) {
  const { say, language } = useWords();
  // The server words the outcome in Chinese only.
  const outcome = language === 'zh' ? decision.outcome : plainText(decision.output, language);
  const rules = decision.rules.map((rule) => rule.index).join('、');
  return (
    <details className="decision">
      <summary>
        {decision.name}：<strong>{outcome || say('facts.rules', { rules })}</strong>
      </summary>
      <p className="second">
        {timeText(decision.at, language)} · {say('facts.rules', { rules })}
      </p>
      <dl className="fact-list">
        {decision.inputs.map((input) => (
          <div key={input.name}>
            <dt>{input.name}</dt>
            <dd>{plainText(input.value, language)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
