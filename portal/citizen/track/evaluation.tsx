import { Angry, Frown, Laugh, type LucideIcon, Meh, Smile } from 'lucide-react';
import { useState } from 'react';
import { ErrorSummary } from '../../../forms/theme/error-summary.tsx';
import type { PublicCase } from '../../../server/http/openapi.ts';
import { api } from '../api.ts';
import { Failure } from '../failure.tsx';
import { Field } from '../field.tsx';
import { Page } from '../frame/page.tsx';
import { replace } from '../route.ts';
import { useSettings } from '../settings.tsx';
import { useCaseAction } from './use-case-action.ts';

type Level = 1 | 2 | 3 | 4 | 5;

const LEVELS: readonly [Level, LucideIcon][] = [
  [5, Laugh],
  [4, Smile],
  [3, Meh],
  [2, Frown],
  [1, Angry],
];

/** Five equal levels, none chosen beforehand; leaving without a rating is one touch. */
export function Evaluation(_props: { readonly found: PublicCase }) {
  const { words, language } = useSettings();
  const { isBusy, failure, send } = useCaseAction();
  const [level, setLevel] = useState<Level | undefined>();
  const [tags, setTags] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [attempt, setAttempt] = useState(0);
  const errors =
    attempt > 0 && level === undefined ? [{ path: '/level', message: words.evaluateMissing }] : [];
  const submit = () => {
    setAttempt(attempt + 1);
    if (level === undefined) return;
    void send(() => api.evaluate({ level, tags: [...tags], text }), words.evaluateSent);
  };
  const choose = (next: Level) => {
    setLevel(next);
    setTags([]);
  };
  return (
    <Page
      title={words.evaluateTitle}
      hint={words.evaluateLead}
      back={() => replace('case')}
      hasErrors={errors.length > 0}
      errors={
        <>
          <ErrorSummary errors={errors} language={language} attempt={attempt} />
          {failure !== undefined && <Failure failure={failure} note={words.nothingLost} />}
        </>
      }
      onSubmit={submit}
      actions={
        <>
          <button type="submit" className="button button-main" disabled={isBusy}>
            {words.evaluateSend}
          </button>
          <button type="button" className="button button-second" onClick={() => replace('case')}>
            {words.evaluateSkip}
          </button>
        </>
      }
    >
      <fieldset className={errors.length > 0 ? 'field field-wrong' : 'field'} id="root_level">
        <legend className="visually-hidden">{words.evaluateTitle}</legend>
        <div className="choices">
          {LEVELS.map(([value, Icon]) => (
            <label className="choice" key={value}>
              <input
                type="radio"
                name="level"
                checked={level === value}
                onChange={() => choose(value)}
                aria-invalid={errors.length > 0 || undefined}
              />
              <Icon aria-hidden="true" strokeWidth={1.5} />
              <span>{words.levels[value]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {level !== undefined && <Tags level={level} tags={tags} setTags={setTags} />}
      {level !== undefined && (
        <Field
          pointer="/text"
          label={`${words.evaluateText}${words.optional}`}
          errors={errors}
          control={{ value: text, keypad: 'text', rows: 3, maxLength: 500, onChange: setText }}
        />
      )}
    </Page>
  );
}

interface TagsProps {
  readonly level: Level;
  readonly tags: readonly string[];
  readonly setTags: (tags: readonly string[]) => void;
}

function Tags({ level, tags, setTags }: TagsProps) {
  const { words } = useSettings();
  const offered = level >= 3 ? words.tagsGood : words.tagsBad;
  return (
    <fieldset className="field">
      <legend className="field-label">{`${words.evaluateTags}${words.optional}`}</legend>
      <div className="tags">
        {offered.map((tag) => (
          <label className="choice" key={tag}>
            <input
              type="checkbox"
              checked={tags.includes(tag)}
              onChange={(event) =>
                setTags(event.target.checked ? [...tags, tag] : tags.filter((each) => each !== tag))
              }
            />
            <span>{tag}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
