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

const TEXT_MIN = 4;

/** A different opinion on what was published. */
export function Objection(_props: { readonly found: PublicCase }) {
  const { words, language } = useSettings();
  const { isBusy, failure, send } = useCaseAction();
  const [text, setText] = useState('');
  const [contact, setContact] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isShort = text.trim().length < TEXT_MIN;
  const errors = attempt > 0 && isShort ? [{ path: '/text', message: words.objectMissing }] : [];
  const submit = () => {
    setAttempt(attempt + 1);
    if (isShort) return;
    const input = { text: text.trim(), ...(contact === '' ? {} : { contact }) };
    void send(() => api.object(input), words.objectSent);
  };
  return (
    <Page
      title={words.objectTitle}
      hint={words.objectLead}
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
        <button type="submit" className="button button-main" disabled={isBusy}>
          {words.objectSend}
        </button>
      }
    >
      <Field
        pointer="/text"
        label={words.objectText}
        errors={errors}
        control={{ value: text, keypad: 'text', rows: 6, maxLength: 1000, onChange: setText }}
      />
      <Field
        pointer="/contact"
        label={`${words.objectContact}${words.optional}`}
        errors={errors}
        control={{ value: contact, keypad: 'phone', maxLength: 100, onChange: setContact }}
      />
    </Page>
  );
}
