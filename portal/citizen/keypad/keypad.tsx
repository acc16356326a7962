import { Check, ChevronRight, Delete, Eraser } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { useSettings } from '../settings.tsx';
import { candidates } from './pinyin.ts';
import { clear, erase, insert, type TypedControl } from './type-into.ts';

const NUMBERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const EXTRA_KEY: Readonly<Record<string, string>> = { identity: 'X', money: '.', phone: '-' };
const LETTER_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const CANDIDATES_PER_PAGE = 15;

/** The terminal's own keyboard: appears under any control that takes typing, never the system's. */
export function Keypad() {
  const { words } = useSettings();
  const control = useTypedControl();
  const kind = control?.dataset.keypad;
  const [showsDigits, setShowsDigits] = useState(false);
  const [spelling, setSpelling] = useState('');
  useEffect(() => {
    document.documentElement.toggleAttribute('data-keypad-open', control !== undefined);
    if (control === undefined) return;
    setShowsDigits(false);
    setSpelling('');
    control.scrollIntoView({ block: 'center' });
  }, [control]);
  if (control === undefined || kind === undefined) return null;
  const mode = kind === 'text' && showsDigits ? 'digits' : kind;
  const hasLetters = mode === 'text' || mode === 'code';
  const back = () => (spelling === '' ? erase(control) : setSpelling(spelling.slice(0, -1)));
  return (
    <section className="keypad" aria-label={words.keypadLabel} onMouseDown={keepFocus}>
      {mode === 'text' && (
        <Pinyin control={control} spelling={spelling} setSpelling={setSpelling} />
      )}
      {mode === 'code' && <Letters isCapital press={(letter) => insert(control, letter)} />}
      {mode === 'text' && <Letters press={(letter) => setSpelling(spelling + letter)} />}
      {(!hasLetters || mode === 'code') && <Numbers control={control} kind={mode} />}
      <div className="keypad-row keypad-acts">
        {kind === 'text' && (
          <Key press={() => setShowsDigits(!showsDigits)}>
            {showsDigits ? words.keypadPinyin : words.keypadDigits}
          </Key>
        )}
        <Key press={() => clear(control)}>
          <Eraser aria-hidden="true" strokeWidth={1.5} />
          {words.keypadClear}
        </Key>
        <Key press={back}>
          <Delete aria-hidden="true" strokeWidth={1.5} />
          {words.keypadErase}
        </Key>
        <Key press={() => control.blur()} isMain>
          <Check aria-hidden="true" strokeWidth={1.5} />
          {words.keypadDone}
        </Key>
      </div>
    </section>
  );
}

/** The control that has the focus and takes typing. */
function useTypedControl(): TypedControl | undefined {
  const [control, setControl] = useState<TypedControl | undefined>();
  useEffect(() => {
    // While a press lasts the keypad stays: closing it would move the page away under the finger.
    let isPressing = false;
    const look = () => {
      if (isPressing) return;
      const focused = document.activeElement;
      const isTyped = focused?.matches('input[data-keypad], textarea[data-keypad]') === true;
      if (isTyped) focused.setAttribute('inputmode', 'none');
      setControl(isTyped ? (focused as TypedControl) : undefined);
    };
    const press = () => {
      isPressing = true;
    };
    const release = () => {
      isPressing = false;
      setTimeout(look, 0);
    };
    const leave = () => {
      if (!isPressing) queueMicrotask(look);
    };
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', leave);
    document.addEventListener('mousedown', press, true);
    document.addEventListener('mouseup', release, true);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', leave);
      document.removeEventListener('mousedown', press, true);
      document.removeEventListener('mouseup', release, true);
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
  return (
    <div className={kind === 'code' ? 'keypad-numbers keypad-numbers-flat' : 'keypad-numbers'}>
      {NUMBERS.map((key) => (
        <Key key={key} press={() => insert(control, key)}>
          {key}
        </Key>
      ))}
      {extra !== undefined && <Key press={() => insert(control, extra)}>{extra}</Key>}
      <Key press={() => insert(control, '0')} isZero>
        0
      </Key>
    </div>
  );
}

interface PinyinProps extends PartProps {
  readonly spelling: string;
  readonly setSpelling: (spelling: string) => void;
}

/** What is spelled so far, and the characters that sound like it. */
function Pinyin({ control, spelling, setSpelling }: PinyinProps) {
  const { words } = useSettings();
  const [page, setPage] = useState(0);
  const found = candidates(spelling);
  const pages = Math.max(Math.ceil(found.length / CANDIDATES_PER_PAGE), 1);
  const first = (page % pages) * CANDIDATES_PER_PAGE;
  const choose = (character: string) => {
    insert(control, character);
    setSpelling('');
    setPage(0);
  };
  return (
    <>
      <output className="keypad-spelling">
        {spelling === '' ? words.keypadPinyinHint : spelling}
      </output>
      <div className="keypad-candidates">
        {spelling !== '' && found.length === 0 && <p>{words.keypadNoCandidates}</p>}
        {found.slice(first, first + CANDIDATES_PER_PAGE).map((character) => (
          <Key key={character} press={() => choose(character)}>
            {character}
          </Key>
        ))}
        {pages > 1 && (
          <Key press={() => setPage(page + 1)}>
            {words.keypadMore}
            <ChevronRight aria-hidden="true" strokeWidth={1.5} />
          </Key>
        )}
      </div>
    </>
  );
}

interface LettersProps {
  readonly press: (letter: string) => void;
  readonly isCapital?: boolean;
}

function Letters({ press, isCapital = false }: LettersProps) {
  return LETTER_ROWS.map((row) => (
    <div className="keypad-row" key={row}>
      {[...(isCapital ? row.toUpperCase() : row)].map((letter) => (
        <Key key={letter} press={() => press(letter)}>
          {letter}
        </Key>
      ))}
    </div>
  ));
}

interface KeyProps {
  readonly press: () => void;
  readonly children: ReactNode;
  readonly isMain?: boolean;
  readonly isZero?: boolean;
}

/** One key. It is not in the tab order: who has a keyboard types on that. */
function Key({ press, children, isMain = false, isZero = false }: KeyProps) {
  const look = isMain ? 'key key-main' : isZero ? 'key key-zero' : 'key';
  return (
    <button type="button" tabIndex={-1} className={look} onClick={press}>
      {children}
    </button>
  );
}
