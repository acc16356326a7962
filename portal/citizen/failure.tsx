import { CircleAlert, RotateCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { RequestFailure } from './api.ts';
import { type Settings, useSettings } from './settings.tsx';

/** What to tell the person about a failed request: the server's own sentence where there is one. */
export function failureText(failure: unknown, { words, language }: Settings): string {
  if (!(failure instanceof RequestFailure)) return words.failed;
  const { problem } = failure;
  if (problem === undefined) return words.offline;
  return (language === 'en' ? problem.detailEn : problem.detail) || words.failed;
}

interface FailureProps {
  readonly failure: unknown;
  readonly note?: string;
  readonly retry?: () => void;
}

/** A failed request, said where it happened, with the way to try again. */
export function Failure({ failure, note, retry }: FailureProps) {
  const settings = useSettings();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new failure takes the focus.
  useEffect(() => {
    box.current?.focus();
  }, [failure]);
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <CircleAlert aria-hidden="true" strokeWidth={1.5} />
        {failureText(failure, settings)}
      </h2>
      {note !== undefined && <p>{note}</p>}
      {retry !== undefined && (
        <button type="button" className="button button-second" onClick={retry}>
          <RotateCw aria-hidden="true" strokeWidth={1.5} />
          {settings.words.tryAgain}
        </button>
      )}
    </div>
  );
}

/** The place of what is still loading: quiet for 300 ms, then a skeleton. */
export function Loading() {
  const { words } = useSettings();
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{words.loading}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
