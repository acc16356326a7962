import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The languages of the designer; Chinese is the first. */
export type Language = 'zh' | 'en';

/** The name of a text. */
export type WordKey = keyof typeof zh;

/** Gives the text of a name, with its places filled. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

interface Words {
  readonly language: Language;
  readonly say: Say;
  readonly setLanguage: (language: Language) => void;
}

const dictionaries: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { zh, en };
const STORED = 'yunge.language';
const WordsContext = createContext<Words | undefined>(undefined);

/** Holds the chosen language, the same one as on the desk. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(STORED) === 'en' ? 'en' : 'zh',
  );
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const words = useMemo<Words>(() => {
    const say: Say = (key, values = {}) =>
      dictionaries[language][key].replace(/\{(\w+)\}/g, (_, name: string) =>
        String(values[name] ?? ''),
      );
    return { language, setLanguage, say };
  }, [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the chosen language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('Expected a WordsProvider above, but there is none');
  return words;
}
