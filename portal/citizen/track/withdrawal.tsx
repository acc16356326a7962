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

/** Withdrawing ends the application, so it is confirmed by a tick, not by a second dialog. */
export function Withdrawal(_props: { readonly found: PublicCase }) {
  const { words, language } = useSettings();
  const { isBusy, failure, send } = useCaseAction();
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const errors =
    attempt > 0 && !isSure ? [{ path: '/confirm', message: words.withdrawMissing }] : [];
  const submit = () => {
    setAttempt(attempt + 1);
    if (isSure) void send(() => api.withdraw({ reason, confirm: true }), words.withdrawSent);
  };
  return (
    <Page
      title={words.withdrawTitle}
      hint={words.withdrawLead}
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
        <button type="submit" className="button button-danger" disabled={isBusy}>
          {words.withdrawSend}
        </button>
      }
    >
      <Field
        pointer="/reason"
        label={`${words.withdrawReason}${words.optional}`}
        errors={errors}
        control={{ value: reason, keypad: 'text', rows: 3, maxLength: 500, onChange: setReason }}
      />
      <div className={errors.length > 0 ? 'field field-wrong' : 'field'}>
        <label className="choice">
          <input
            type="checkbox"
            id="root_confirm"
            checked={isSure}
            onChange={(event) => setSure(event.target.checked)}
            aria-invalid={errors.length > 0 || undefined}
          />
          <span>{words.withdrawConfirm}</span>
        </label>
      </div>
    </Page>
  );
}
