import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { wordsOf } from '../theme/form-context.ts';
import { controlNotes } from './control.ts';

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** A date in three short inputs, year first: remembered dates are typed, not looked for. */
export function CalendarDate(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange, registry } = props;
  const [typed, setTyped] = useState<Parts>(() => partsOf(value));
  const parts = joined(typed) === value ? typed : partsOf(value);
  const words = wordsOf(registry);
  const notes = controlNotes(props);
  const set = (change: Partial<Parts>) => {
    const next = { ...parts, ...change };
    setTyped(next);
    onChange(joined(next));
  };
  const fields: readonly [keyof Parts, string, number][] = [
    ['year', words.year, 4],
    ['month', words.month, 2],
    ['day', words.day, 2],
  ];
  return (
    <div className="date" id={id}>
      {fields.map(([part, label, length]) => (
        <label className="date-part" key={part}>
          <input
            type="text"
            id={`${id}-${part}`}
            inputMode="numeric"
            className={`input input-date-${part} tabular`}
            data-keypad="digits"
            autoComplete="off"
            maxLength={length}
            value={parts[part]}
            disabled={disabled}
            readOnly={readonly}
            onChange={(event) => set({ [part]: event.target.value.replace(/\D/gu, '') })}
            {...notes}
          />
          <span className="unit">{label}</span>
        </label>
      ))}
      <button
        type="button"
        className="button button-second"
        disabled={disabled || readonly}
        onClick={() => set(partsOf(todayInChina()))}
      >
        {words.today}
      </button>
    </div>
  );
}

function partsOf(value: unknown): Parts {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  return { year, month: month.replace(/^0/u, ''), day: day.replace(/^0/u, '') };
}

/** The ISO date; what is typed so far while it is none yet. */
function joined({ year, month, day }: Parts): string | undefined {
  if (year === '' && month === '' && day === '') return undefined;
  return `${year}-${padded(month)}-${padded(day)}`;
}

function padded(text: string): string {
  return text.length === 1 ? `0${text}` : text;
}

/** Today's date in the time zone of the country, wherever the browser thinks it is. */
function todayInChina(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
