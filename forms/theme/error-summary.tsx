import { CircleAlert } from 'lucide-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { elementId, type FormError, messageOf } from './form-errors.ts';
import { type Language, themeWords } from './words.ts';

const FOCUSABLE =
  'input:not([type=hidden]):not([disabled]), select, textarea, button, canvas[tabindex]';

interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  readonly language: Language;
  /** Changes with every attempt to go on, so that the focus returns here each time. */
  readonly attempt: number;
  /** Where an error leads when its field is on another page; without it, to the field itself. */
  readonly linkTo?: (error: FormError) => string;
}

/** All errors of a page with a link to each; it takes the focus when it appears. */
export function ErrorSummary({ errors, language, attempt, linkTo }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const words = themeWords[language];
  useEffect(() => {
    if (attempt === 0) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>
        <CircleAlert aria-hidden="true" strokeWidth={1.5} />
        {words.errorsTitleCount(errors.length)}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.path} ${error.message}`}>
            {linkTo === undefined ? (
              <a href={`#${elementId(error.path)}`} onClick={(event) => follow(event, error.path)}>
                {messageOf(error, language)}
              </a>
            ) : (
              <a href={linkTo(error)}>{messageOf(error, language)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Goes to the control itself: the plain link would change the address, which belongs to the pages. */
function follow(event: MouseEvent, path: string): void {
  event.preventDefault();
  focusField(path);
}

/** Moves the focus to the control of a place of the form, or to the nearest one that holds it. */
export function focusField(pointer: string): void {
  const keys = pointer.split('/');
  for (let length = keys.length; length > 0; length -= 1) {
    const place = document.getElementById(elementId(keys.slice(0, length).join('/')));
    const control = place?.matches(FOCUSABLE)
      ? place
      : place?.querySelector<HTMLElement>(FOCUSABLE);
    if (control === null || control === undefined) continue;
    control.scrollIntoView({ block: 'center' });
    control.focus();
    return;
  }
}
