import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { contextOf, wordsOf } from '../theme/form-context.ts';
import { controlNotes } from './control.ts';

const AMOUNT = /^\d{1,12}(\.\d{0,2})?$/u;

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

/** Fen as people read it: ¥1,200.00. */
export function formatFen(amountFen: number, language: 'zh' | 'en' = 'zh'): string {
  const yuan = (amountFen / 100).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return language === 'en' ? `CNY ${yuan}` : `¥${yuan}`;
}

/**
 * Yuan as typed to whole fen, by digits and never by multiplying fractions; the text itself when it
 * is no amount, so that the check can name it.
 */
export function fenOf(text: string): number | string | undefined {
  const tidy = text.replace(/[\s,，¥￥元]/gu, '');
  if (tidy === '') return undefined;
  if (!AMOUNT.test(tidy)) return text;
  const [yuan = '0', fraction = ''] = tidy.split('.');
  return Number(yuan) * 100 + Number(fraction.padEnd(2, '0'));
}

function yuanText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
}
