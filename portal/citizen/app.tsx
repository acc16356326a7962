import { type ComponentType, lazy, Suspense } from 'react';
import { Loading } from './failure.tsx';
import { BackProvider } from './frame/back.tsx';
import { Page } from './frame/page.tsx';
import { TerminalFrame } from './frame/terminal-frame.tsx';
import { WebFrame } from './frame/web-frame.tsx';
import { Home } from './home.tsx';
import { go, useRoute } from './route.ts';
import { SessionProvider, useSession } from './session.tsx';
import { SettingsProvider, useSettings } from './settings.tsx';

const Apply = lazy(() => import('./apply/apply.tsx').then((m) => ({ default: m.Apply })));
const ReceiptPage = lazy(() =>
  import('./apply/receipt-page.tsx').then((m) => ({ default: m.ReceiptPage })),
);
const Guide = lazy(() => import('./apply/guide.tsx').then((m) => ({ default: m.Guide })));
const Services = lazy(() => import('./apply/services.tsx').then((m) => ({ default: m.Services })));
const Help = lazy(() => import('./help.tsx').then((m) => ({ default: m.Help })));
const TrackForm = lazy(() =>
  import('./track/track-form.tsx').then((m) => ({ default: m.TrackForm })),
);
const CasePage = lazy(() => import('./track/case-page.tsx').then((m) => ({ default: m.CasePage })));
const Actions = lazy(() => import('./track/actions.tsx').then((m) => ({ default: m.Actions })));

/** The citizen's program on both of its surfaces. */
export function App({ isTerminal }: { readonly isTerminal: boolean }) {
  return (
    <SettingsProvider isTerminal={isTerminal}>
      <SessionProvider>
        <BackProvider>
          <Framed />
        </BackProvider>
      </SessionProvider>
    </SettingsProvider>
  );
}

function Framed() {
  const { isTerminal } = useSettings();
  const { application, tracked, receipt } = useSession();
  const route = useRoute();
  const screen = (
    <Suspense fallback={<LoadingPage />}>
      <Screen route={route} />
    </Suspense>
  );
  if (!isTerminal) return <WebFrame>{screen}</WebFrame>;
  const isStart =
    route.length === 0 &&
    application === undefined &&
    tracked === undefined &&
    receipt === undefined;
  return (
    <TerminalFrame isStart={isStart} draftId={application?.draftId}>
      {screen}
    </TerminalFrame>
  );
}

const SCREENS: Readonly<Record<string, ComponentType>> = {
  help: Help,
  receipt: ReceiptPage,
  track: TrackForm,
};

function Screen({ route }: { readonly route: readonly string[] }) {
  const [first = '', second, third, fourth] = route;
  if (first === '') return <Home />;
  if (first === 'apply') {
    if (second === undefined) return <Services />;
    if (third === undefined) return <Guide processKey={second} />;
    return <Apply processKey={second} step={third} page={Number(fourth ?? 0)} />;
  }
  if (first === 'case') return second === undefined ? <CasePage /> : <Actions action={second} />;
  const Found = SCREENS[first];
  return Found === undefined ? <NotFound /> : <Found />;
}

function NotFound() {
  const { words } = useSettings();
  return (
    <Page
      title={words.notFoundTitle}
      hint={words.notFoundText}
      onSubmit={() => go()}
      actions={
        <button type="submit" className="button button-main">
          {words.goHome}
        </button>
      }
    />
  );
}

function LoadingPage() {
  return (
    <main className="page">
      <Loading />
    </main>
  );
}
