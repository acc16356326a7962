import { AArrowDown, AArrowUp, Languages, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRoute } from '../route.ts';
import { useSettings } from '../settings.tsx';
import { speak, spokenText, stopSpeaking } from './read-aloud.ts';

/** Text size, voice and language: at the same place on every page. */
export function Tools() {
  const { words, isElder, setElder, language, setLanguage } = useSettings();
  const SizeIcon = isElder ? AArrowDown : AArrowUp;
  return (
    <div className="tools">
      <button type="button" className="tool" onClick={() => setElder(!isElder)}>
        <SizeIcon aria-hidden="true" strokeWidth={1.5} />
        {isElder ? words.elderOff : words.elderOn}
      </button>
      <ReadAloud />
      <button
        type="button"
        className="tool"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        <Languages aria-hidden="true" strokeWidth={1.5} />
        {words.language}
      </button>
    </div>
  );
}

function ReadAloud() {
  const { words, language } = useSettings();
  const place = useRoute().join('/');
  const [isSpeaking, setSpeaking] = useState(false);
  // The voice belongs to one page: it ends when the person leaves it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what ends it.
  useEffect(() => {
    return () => {
      stopSpeaking();
      setSpeaking(false);
    };
  }, [place]);
  if (!('speechSynthesis' in window)) return null;
  const toggle = () => {
    if (isSpeaking) {
      stopSpeaking();
      setSpeaking(false);
      return;
    }
    const page = document.querySelector('main');
    if (page === null) return;
    setSpeaking(true);
    const lang = language === 'en' ? 'en-US' : 'zh-CN';
    void speak(spokenText(page), lang).then(() => setSpeaking(false));
  };
  const Icon = isSpeaking ? VolumeX : Volume2;
  return (
    <button type="button" className="tool" onClick={toggle}>
      <Icon aria-hidden="true" strokeWidth={1.5} />
      {isSpeaking ? words.stopReading : words.readAloud}
    </button>
  );
}
