import { ArrowLeft } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useSettings } from '../settings.tsx';
import { useBack } from './back.tsx';

interface PageProps {
  /** The question, or the sentence that the person came for. */
  readonly title: string;
  readonly hint?: string | undefined;
  /** Where "back" leads; without it the page is a beginning. */
  readonly back?: (() => void) | undefined;
  readonly step?: string | undefined;
  /** Errors stand above the heading and change the title of the browser's tab. */
  readonly errors?: ReactNode;
  readonly hasErrors?: boolean;
  readonly children?: ReactNode;
  /** The one filled button and what stands beside it. */
  readonly actions?: ReactNode;
  /** Called by the filled button and by Enter in a field. */
  readonly onSubmit?: (() => void) | undefined;
  /** Changes when the content is another page although the component is the same. */
  readonly place?: string;
}

/** One page: one heading, one hint, the answer, one button. Its heading takes the focus on arrival. */
export function Page(props: PageProps) {
  const { title, hint, back, step, errors, hasErrors = false, children, actions } = props;
  const { words, isTerminal } = useSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = props.place ?? title;
  useBack(back);
  useTitle(hasErrors ? words.errorTitle(title) : title, words.name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what moves the focus.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    // The terminal scrolls inside its frame.
    heading.current?.closest('.stage')?.scrollTo(0, 0);
  }, [place]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit?.();
  };
  const body = (
    <>
      {children}
      {actions !== undefined && <div className="actions">{actions}</div>}
    </>
  );
  return (
    <main id="content" className="page">
      <div className="page-head">
        {(back !== undefined || step !== undefined) && (
          <div className="page-top">
            {back !== undefined && !isTerminal && (
              <button type="button" className="button button-plain" onClick={back}>
                <ArrowLeft aria-hidden="true" strokeWidth={1.5} />
                {words.back}
              </button>
            )}
            {step !== undefined && <span className="step tabular">{step}</span>}
          </div>
        )}
        {errors}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {hint !== undefined && hint !== '' && <p className="page-hint">{hint}</p>}
      </div>
      {props.onSubmit === undefined ? (
        body
      ) : (
        <form noValidate onSubmit={submit}>
          {body}
        </form>
      )}
    </main>
  );
}

function useTitle(title: string, name: string): void {
  useEffect(() => {
    document.title = `${title} - ${name}`;
  }, [title, name]);
}
