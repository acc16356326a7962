import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { contextOf, wordsOf } from '../theme/form-context.ts';
import { controlNotes } from './control.ts';
import { fenOf, formatFen, yuanText } from './yuan.ts';

/** An amount: people type yuan, the form keeps whole fen. */
export function Money(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange, registry } = props;
  const [text, setText] = useState(() => yuanText(value));
  const shown = fenOf(text) === value ? text : yuanText(value);
  const language = contextOf(registry).language;
  return (
    <div className="money">
      <div className="input-unit">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          className="input input-short tabular"
          data-keypad="money"
          autoComplete="off"
          value={shown}
          disabled={disabled}
          readOnly={readonly}
          onChange={(event) => {
            setText(event.target.value);
            onChange(fenOf(event.target.value));
          }}
          {...controlNotes(props)}
        />
        <span className="unit">{wordsOf(registry).yuan}</span>
      </div>
      <output className="field-hint tabular" htmlFor={id}>
        {typeof value === 'number' && value >= 100_000 ? formatFen(value, language) : ''}
      </output>
    </div>
  );
}
