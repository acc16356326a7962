import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { controlNotes, withoutBlanks } from './control.ts';

/** A count (persons, months): digits in a text input, since spinners change numbers by accident. */
export function WholeNumber(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange } = props;
  const [text, setText] = useState(value === undefined || value === null ? '' : String(value));
  const shown = numberOf(text) === value ? text : String(value ?? '');
  return (
    <input
      id={id}
      type="text"
      inputMode="numeric"
      className="input input-tiny tabular"
      data-keypad="digits"
      autoComplete="off"
      value={shown}
      disabled={disabled}
      readOnly={readonly}
      onChange={(event) => {
        setText(event.target.value);
        onChange(numberOf(event.target.value));
      }}
      {...controlNotes(props)}
    />
  );
}

/** The number that was typed; the text itself when it is none, so that the check can name it. */
function numberOf(text: string): number | string | undefined {
  const tidy = withoutBlanks(text);
  if (tidy === '') return undefined;
  return /^\d{1,15}$/u.test(tidy) ? Number(tidy) : text;
}
