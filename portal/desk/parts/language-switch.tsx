import { Languages } from 'lucide-react';
import { useWords } from '../words/words.tsx';

/** Switches between Chinese and English; its label is in the language that it leads to. */
export function LanguageSwitch() {
  const { language, setLanguage } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="quiet-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setLanguage(other)}
    >
      <Languages size={16} strokeWidth={1.5} aria-hidden />
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
