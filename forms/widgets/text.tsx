import type { WidgetProps } from '@rjsf/utils';
import type { HTMLAttributes } from 'react';
import { contextOf } from '../theme/form-context.ts';
import { controlNotes, withoutBlanks } from './control.ts';
import { WholeNumber } from './whole-number.tsx';

/** What the on-screen keypad offers for a control. */
export type KeypadKind = 'text' | 'digits' | 'identity' | 'money' | 'phone';

interface TextShape {
  readonly keypad: KeypadKind;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  readonly width: 'short' | 'middle' | 'full';
  /** Hides on a public screen as soon as the person leaves the field. */
  readonly isPrivate?: boolean;
  /** Puts what was typed into the form in which it is kept. */
  readonly tidy: (text: string) => string;
}

/** A one-line control; the native input, so that every keyboard, reader and scanner works. */
function OneLine({ field, shape }: { readonly field: WidgetProps; readonly shape: TextShape }) {
  const { id, value, disabled, readonly, onChange, onBlur, onFocus, options, registry } = field;
  const hides = shape.isPrivate === true && contextOf(registry).isPublicScreen === true;
  const keep = (text: string) => onChange(text === '' ? options.emptyValue : text);
  return (
    <input
      id={id}
      type="text"
      className={`input input-${shape.width}${hides ? ' input-private' : ''}`}
      data-keypad={shape.keypad}
      inputMode={shape.inputMode}
      autoComplete={shape.autoComplete ?? 'off'}
      spellCheck={false}
      value={value === undefined || value === null ? '' : String(value)}
      disabled={disabled}
      readOnly={readonly}
      onChange={(event) => keep(event.target.value)}
      onFocus={() => onFocus(id, value)}
      onBlur={(event) => {
        const tidy = shape.tidy(event.target.value);
        if (tidy !== event.target.value) keep(tidy);
        onBlur(id, tidy);
      }}
      {...controlNotes(field)}
    />
  );
}

const trimmed = (text: string) => text.trim();

const PLAIN: TextShape = { keypad: 'text', width: 'full', tidy: trimmed };

function PlainText(props: WidgetProps) {
  return <OneLine field={props} shape={PLAIN} />;
}

const PERSON_NAME: TextShape = {
  keypad: 'text',
  width: 'middle',
  autoComplete: 'name',
  tidy: (text) => (/^[\p{Script=Han}\s·]+$/u.test(text) ? text.replace(/\s/gu, '') : text.trim()),
};

/** A person's name; the blanks that some people type between the characters are dropped. */
export function PersonName(props: WidgetProps) {
  return <OneLine field={props} shape={PERSON_NAME} />;
}

const ID_NUMBER: TextShape = {
  keypad: 'identity',
  width: 'middle',
  isPrivate: true,
  tidy: (text) => withoutBlanks(text).toUpperCase(),
};

/** An identity number: 17 digits and a check character, which may be X. */
export function IdNumber(props: WidgetProps) {
  return <OneLine field={props} shape={ID_NUMBER} />;
}

const BANK_CARD: TextShape = {
  keypad: 'digits',
  inputMode: 'numeric',
  width: 'middle',
  isPrivate: true,
  tidy: withoutBlanks,
};

/** The number of a bank card or passbook. */
export function BankCard(props: WidgetProps) {
  return <OneLine field={props} shape={BANK_CARD} />;
}

const MOBILE: TextShape = {
  keypad: 'phone',
  inputMode: 'tel',
  autoComplete: 'tel-national',
  width: 'short',
  isPrivate: true,
  tidy: withoutBlanks,
};

/** A mobile number. */
export function Mobile(props: WidgetProps) {
  return <OneLine field={props} shape={MOBILE} />;
}

const TELEPHONE: TextShape = {
  keypad: 'phone',
  inputMode: 'tel',
  width: 'short',
  isPrivate: true,
  tidy: trimmed,
};

/** A fixed-line number; the dash after the area code stays. */
export function Telephone(props: WidgetProps) {
  return <OneLine field={props} shape={TELEPHONE} />;
}

/** A long text with room to write. */
export function LongText(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange, onBlur, onFocus, options } = props;
  return (
    <textarea
      id={id}
      className="input input-full"
      data-keypad="text"
      rows={Number(options.rows ?? 6)}
      value={value ?? ''}
      disabled={disabled}
      readOnly={readonly}
      onChange={(event) => {
        onChange(event.target.value === '' ? options.emptyValue : event.target.value);
      }}
      onFocus={() => onFocus(id, value)}
      onBlur={() => onBlur(id, value)}
      {...controlNotes(props)}
    />
  );
}

/** Numbers that may be of several kinds have no format of their own, but are typed alike. */
const NUMBERED: Readonly<Record<string, typeof PlainText>> = {
  idNo: IdNumber,
  accountNo: BankCard,
};

/** Any short text. */
export function ShortText(props: WidgetProps) {
  // A count is drawn short, whatever its form says about it.
  if (props.schema.type === 'integer') return <WholeNumber {...props} />;
  const Control = NUMBERED[props.name] ?? PlainText;
  return <Control {...props} />;
}
