import { CircleAlert } from 'lucide-react';
import type { HTMLAttributes } from 'react';
import { elementId, type FormError, messageOf } from '../../forms/theme/form-errors.ts';
import { useSettings } from './settings.tsx';

interface Control {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly keypad: 'text' | 'digits' | 'code' | 'phone';
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly rows?: number;
  readonly maxLength?: number;
}

interface FieldProps {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  readonly errors: readonly FormError[];
  readonly control: Control;
}

/** A single question outside the form engine: the same look, the same ties, no engine to load. */
export function Field({ pointer, label, hint, errors, control }: FieldProps) {
  const { language } = useSettings();
  const id = elementId(pointer);
  const own = errors.filter((error) => error.path === pointer);
  const notes = [hint === undefined ? '' : `${id}-hint`, own.length > 0 ? `${id}-error` : ''];
  const describedBy = notes.filter((note) => note !== '').join(' ');
  const shared = {
    id,
    className: control.rows === undefined ? 'input input-middle' : 'input input-full',
    'data-keypad': control.keypad,
    autoComplete: 'off',
    spellCheck: false,
    value: control.value,
    ...(control.maxLength === undefined ? {} : { maxLength: control.maxLength }),
    ...(own.length > 0 ? { 'aria-invalid': true as const } : {}),
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
  };
  return (
    <div className={own.length > 0 ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {own.length > 0 && (
        <p className="field-error" id={`${id}-error`}>
          <CircleAlert aria-hidden="true" strokeWidth={1.5} />
          <span>{own.map((error) => messageOf(error, language)).join(' ')}</span>
        </p>
      )}
      {control.rows === undefined ? (
        <input
          type="text"
          inputMode={control.inputMode}
          {...shared}
          onChange={(event) => control.onChange(event.target.value)}
        />
      ) : (
        <textarea
          rows={control.rows}
          {...shared}
          onChange={(event) => control.onChange(event.target.value)}
        />
      )}
    </div>
  );
}
