import { useState } from 'react';
import { ErrorSummary } from '../../../forms/theme/error-summary.tsx';
import type { FormError } from '../../../forms/theme/form-errors.ts';
import { api } from '../api.ts';
import { Failure } from '../failure.tsx';
import { Field } from '../field.tsx';
import { Page } from '../frame/page.tsx';
import { go } from '../route.ts';
import { useSession } from '../session.tsx';
import { useSettings } from '../settings.tsx';

/** Number and code from the receipt: no account, and nothing of it in the address. */
export function TrackForm() {
  const { words, language } = useSettings();
  const { setTracked } = useSession();
  const [number, setNumber] = useState('');
  const [queryCode, setQueryCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const missing: FormError[] = [];
  if (number.trim() === '') missing.push({ path: '/number', message: words.trackNumberMissing });
  if (queryCode.trim() === '') missing.push({ path: '/code', message: words.trackCodeMissing });
  const errors = attempt === 0 ? [] : missing;
  const submit = async () => {
    setAttempt(attempt + 1);
    setFailure(undefined);
    if (missing.length > 0) return;
    try {
      setTracked(await api.openTrack({ number: tidy(number), queryCode: tidy(queryCode) }));
      go('case');
    } catch (reason) {
      setFailure(reason);
    }
  };
  return (
    <Page
      title={words.trackTitle}
      hint={words.trackHint}
      back={() => go()}
      hasErrors={errors.length > 0 || failure !== undefined}
      errors={
        <>
          <ErrorSummary errors={errors} language={language} attempt={attempt} />
          {failure !== undefined && <Failure failure={failure} />}
        </>
      }
      onSubmit={() => void submit()}
      actions={
        <button type="submit" className="button button-main">
          {words.trackGo}
        </button>
      }
    >
      <Field
        pointer="/number"
        label={words.trackNumber}
        errors={errors}
        control={{ value: number, keypad: 'digits', inputMode: 'numeric', onChange: setNumber }}
      />
      <Field
        pointer="/code"
        label={words.trackCode}
        hint={words.trackCodeHint}
        errors={errors}
        control={{ value: queryCode, keypad: 'code', onChange: setQueryCode }}
      />
    </Page>
  );
}

/** Receipts print the numbers in groups; people type the gaps along. */
function tidy(text: string): string {
  return text.replace(/[\s-]/gu, '').toUpperCase();
}
