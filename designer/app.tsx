import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo, useState } from 'react';
import { antdTheme } from '../forms/theme/antd-theme.ts';
import { type Me, problemOf, readMe } from './api.ts';
import { EditorPage } from './editor-page.tsx';
import { ListPage } from './list-page.tsx';
import { ProblemNote } from './parts/problem-note.tsx';
import { useRoute } from './route.ts';
import { useWords, WordsProvider } from './words/words.tsx';

/** The sign-in is the desk's; it comes back here afterwards. */
const SIGN_IN = '/desk/?next=designer';
const UNAUTHENTICATED = 401;

/** The designer: list of procedures, or one version of one. */
export function App() {
  return (
    <WordsProvider>
      <Themed />
    </WordsProvider>
  );
}

/** Menus open inside the landmark that their button is in. */
function popupPlace(button: HTMLElement | undefined): HTMLElement {
  return button?.closest<HTMLElement>('header, main') ?? document.body;
}

function Themed() {
  const { language } = useWords();
  const theme = useMemo(antdTheme, []);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enGB}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={popupPlace}
    >
      <Gate />
    </ConfigProvider>
  );
}

function Gate() {
  const { say } = useWords();
  const [me, setMe] = useState<Me>();
  const [thrown, setThrown] = useState<unknown>();
  useEffect(() => {
    readMe().then(setMe, (problem) => {
      if (problemOf(problem).status === UNAUTHENTICATED) location.assign(SIGN_IN);
      else setThrown(problem);
    });
  }, []);
  if (thrown !== undefined) return <ProblemNote thrown={thrown} />;
  if (me === undefined) return null;
  if (me.mayDesign || me.mayPublish) return <Place me={me} />;
  return (
    <main className="refused">
      <h1>{say('refused.title')}</h1>
      <p>{say('refused.text')}</p>
      <a href="/desk/">{say('desk')}</a>
    </main>
  );
}

function Place({ me }: { readonly me: Me }) {
  const route = useRoute();
  if (route === undefined) return <ListPage me={me} />;
  return <EditorPage key={`${route.processKey}/${route.version}`} me={me} route={route} />;
}
