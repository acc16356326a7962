import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Language } from '../../forms/theme/words.ts';
import { type Words, zh } from './words/zh.ts';

/** How this visit looks and speaks. */
export interface Settings {
  readonly language: Language;
  readonly words: Words;
  readonly isElder: boolean;
  /** The self-service terminal: touch only, in public. */
  readonly isTerminal: boolean;
  readonly setLanguage: (language: Language) => void;
  readonly setElder: (isElder: boolean) => void;
}

const SettingsContext = createContext<Settings | undefined>(undefined);

/** The settings of the visit. */
export function useSettings(): Settings {
  const settings = use(SettingsContext);
  if (settings === undefined) throw new Error('Expected settings around the screen, but none are');
  return settings;
}

interface SettingsProps {
  readonly isTerminal: boolean;
  readonly children: ReactNode;
}

/** Keeps language and text size for this visit; a terminal forgets them with everything else. */
export function SettingsProvider({ isTerminal, children }: SettingsProps) {
  const [language, setLanguage] = useState<Language>('zh');
  const [words, setWords] = useState<Words>(zh);
  const [isElder, setElder] = useState(() => remembered('elder') === 'yes');
  // English is fetched when somebody asks for it: most never do.
  const speak = useCallback(async (next: Language) => {
    setWords(next === 'en' ? (await import('./words/en.ts')).en : zh);
    setLanguage(next);
  }, []);
  useEffect(() => {
    if (remembered('language') === 'en') void speak('en');
  }, [speak]);
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  }, [language]);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-elder', isElder);
    if (!isTerminal) sessionStorage.setItem('elder', isElder ? 'yes' : 'no');
  }, [isElder, isTerminal]);
  const settings = useMemo(
    () => ({
      language,
      words,
      isElder,
      isTerminal,
      setLanguage: (next: Language) => {
        if (!isTerminal) sessionStorage.setItem('language', next);
        void speak(next);
      },
      setElder,
    }),
    [language, words, isElder, isTerminal, speak],
  );
  return <SettingsContext value={settings}>{children}</SettingsContext>;
}

function remembered(name: 'language' | 'elder'): string {
  return sessionStorage.getItem(name) ?? (name === 'language' ? 'zh' : 'no');
}
