import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { antdTheme } from '../../forms/theme/antd-theme.ts';
import { readMe, signOut } from './api.ts';
import { PageSkeleton } from './parts/page-skeleton.tsx';
import { ProblemNote } from './parts/problem-note.tsx';
import { asProblem, type Problem } from './problem.ts';
import { SessionContext } from './session.tsx';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import type { Me } from './types.ts';
import { useWords, WordsProvider } from './words/words.tsx';

/** The desk: words, theme, session, then the place that the URL names. */
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

/** The designer sends people here to sign in, and gets them back. */
function isForDesigner(): boolean {
  return new URLSearchParams(location.search).get('next') === 'designer';
}

type Who = { readonly me?: Me; readonly isKnown: boolean; readonly problem?: Problem };

function Gate() {
  const [who, setWho] = useState<Who>({ isKnown: false });
  const ask = useCallback(() => {
    readMe().then(
      (me) => setWho({ me, isKnown: true }),
      (thrown) => {
        const problem = asProblem(thrown);
        setWho(problem.status === 401 ? { isKnown: true } : { isKnown: false, problem });
      },
    );
  }, []);
  useEffect(ask, [ask]);
  const leave = useCallback(() => {
    const gone = () => setWho({ isKnown: true });
    signOut().then(gone, gone);
  }, []);
  const signedIn = (person: Me) => {
    if (isForDesigner()) location.assign('/designer/');
    else setWho({ me: person, isKnown: true });
  };
  const { me } = who;
  const session = useMemo(() => (me ? { me, leave } : undefined), [me, leave]);
  if (who.problem) return <ProblemNote problem={who.problem} onRetry={ask} />;
  if (!who.isKnown) return <PageSkeleton />;
  if (!session) return <SignIn onSignedIn={signedIn} />;
  return (
    <SessionContext value={session}>
      <Shell />
    </SessionContext>
  );
}
