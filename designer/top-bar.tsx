import { Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from './words/words.tsx';

/** The bar over every page: the mark, what the page puts there, the language. */
export function TopBar({ children }: { readonly children: ReactNode }) {
  const { say, language, setLanguage } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <header className="top-bar">
      <a className="mark" href="/desk/">
        <svg width="24" height="24" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <rect x="2" y="2" width="9" height="9" rx="1.5" />
          <rect x="2" y="13" width="9" height="9" rx="1.5" />
          <rect x="13" y="13" width="9" height="9" rx="1.5" />
          <path d="M13 9.5V6.2a2.6 2.6 0 0 1 2.2-2.6 3.6 3.6 0 0 1 6.3 1.5A2.9 2.9 0 0 1 20 11h-5.5a1.5 1.5 0 0 1-1.5-1.500z" />
        </svg>
        <strong>云格</strong>
        <span className="visually-hidden">{say('desk')}</span>
      </a>
      {children}
      <button
        type="button"
        className="quiet-button"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => setLanguage(other)}
      >
        <Languages size={16} strokeWidth={1.5} aria-hidden />
        {other === 'zh' ? '中文' : 'English'}
      </button>
    </header>
  );
}
