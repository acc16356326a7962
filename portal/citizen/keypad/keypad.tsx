import { Check, ChevronRight, Delete, Eraser } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { useSettings } from '../settings.tsx';
import { candidates } from './pinyin.ts';
import { clear, erase, insert, type TypedControl } from './type-into.ts';

const NUMBERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const EXTRA_KEY: Readonly<Record<string, string>> = { identity: 'X', money: '.', phone: '-' };
const LETTER_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const CANDIDATES_PER_PAGE = 16;

/** The terminal's own keyboard: appears under any control that takes typing, never the system's. */
export function Keypad() {
  const { words } = useSettings();
  const control = useTypedControl();
  const kind = control?.dataset.keypad;
  const [showsDigits, setShowsDigits] = useState(false);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-keypad-open', control !== undefined);
    if (control === undefined) return;
    setShowsDigits(false);
    control.scrollIntoView({ block: 'center' });
  }, [control]);
  if (control === undefined || kind === undefined) return null;
  const isText = kind === 'text' && !showsDigits;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form of its own.
    <div className="keypad" role="group" aria-label={words.keypadLabel} onMouseDown={keepFocus}>
      {isText ? <Letters control={control} /> : <Numbers control={control} kind={kind} />}
      <div className="keypad-side">
        {kind === 'text' && (
          <Key press={() => setShowsDigits(!showsDigits)}>
            {showsDigits ? words.keypadPinyin : words.keypadDigits}
          </Key>
        )}
        <Key press={() => erase(control)}>
          <Delete aria-hidden="true" strokeWidth={1.5} />
          {words.keypadErase}
        </Key>
        <Key press={() => clear(control)}>
          <Eraser aria-hidden="true" strokeWidth={1.5} />
          {words.keypadClear}
        </Key>
        <Key press={() => control.blur()} isMain>
          <Check aria-hidden="true" strokeWidth={1.5} />
          {words.keypadDone}
        </Key>
      </div>
    </div>
  );
}

/** The control that has the focus and takes typing. */
function useTypedControl(): TypedControl | undefined {
  const [control, setControl] = useState<TypedControl | undefined>();
  useEffect(() => {
    const look = () => {
      const focused = document.activeElement;
      const isTyped = focused?.matches('input[data-keypad], textarea[data-keypad]') === true;
      if (isTyped) focused.setAttribute('inputmode', 'none');
      setControl(isTyped ? (focused as TypedControl) : undefined);
    };
    const leave = () => queueMicrotask(look);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', leave);
    };
  }, []);
  return control;
}

/** A touch on a key must not take the focus away from the control that is being filled. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

interface PartProps {
  readonly control: TypedControl;
}

function Numbers({ control, kind }: PartProps & { readonly kind: string }) {
  const extra = EXTRA_KEY[kind];
  const keys = [...NUMBERS, ...(extra === undefined ? [] : [extra]), '0'];
  return (
    <div className="keypad-numbers">
      {keys.map((key) => (
        <Key key={key} press={() => insert(control, key)}>
          {key}
        </Key>
      ))}
    </div>
  );
}

function Letters({ control }: PartProps) {
  const { words } = useSettings();
  const [spelling, setSpelling] = useState('');
  const [page, setPage] = useState(0);
  const found = candidates(spelling);
  const shown = found.slice(page * CANDIDATES_PER_PAGE, (page + 1) * CANDIDATES_PER_PAGE);
  const spell = (next: string) => {
    setSpelling(next);
    setPage(0);
  };
  const choose = (character: string) => {
    insert(control, character);
    spell('');
  };
  return (
    <div className="keypad-letters">
      <div className="keypad-spelling">
        <output>{spelling === '' ? words.keypadPinyinHint : spelling}</output>
        {spelling !== '' && (
          <Key press={() => spell(spelling.slice(0, -1))}>
            <Delete aria-hidden="true" strokeWidth={1.5} />
            {words.keypadErase}
          </Key>
        )}
      </div>
      <div className="keypad-candidates">
        {spelling !== '' && found.length === 0 && <p>{words.keypadNoCandidates}</p>}
        {shown.map((character) => (
          <Key key={character} press={() => choose(character)}>
            {character}
          </Key>
        ))}
        {found.length > CANDIDATES_PER_PAGE && (
          <Key press={() => setPage((page + 1) % Math.ceil(found.length / CANDIDATES_PER_PAGE))}>
            {words.keypadMore}
            <ChevronRight aria-hidden="true" strokeWidth={1.5} />
          </Key>
        )}
      </div>
      {LETTER_ROWS.map((row) => (
        <div className="keypad-row" key={row}>
          {[...row].map((letter) => (
            <Key key={letter} press={() => spell(spelling + letter)}>
              {letter}
            </Key>
          ))}
        </div>
      ))}
    </div>
  );
}

interface KeyProps {
  readonly press: () => void;
  readonly children: ReactNode;
  readonly isMain?: boolean;
}

/** One key. It is not in the tab order: who has a keyboard types on that. */
function Key({ press, children, isMain = false }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`key${isMain ? ' key-main' : ''}`}
      onClick={press}
    >
      {children}
    </button>
  );
}
