import { ArrowLeft, House, LogOut, PersonStanding } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { api } from '../api.ts';
import { go } from '../route.ts';
import { useSettings } from '../settings.tsx';
import { useBackPlace } from './back.tsx';
import { IdleGuard } from './idle-guard.tsx';
import { Mark } from './mark.tsx';
import { stopSpeaking } from './read-aloud.ts';
import { Tools } from './tools.tsx';

const Keypad = lazy(() => import('../keypad/keypad.tsx').then((m) => ({ default: m.Keypad })));

interface TerminalFrameProps {
  readonly isStart: boolean;
  readonly draftId: string | undefined;
  readonly children: ReactNode;
}

/** The self-service terminal: what is read stands above, what is touched below, the bar always there. */
export function TerminalFrame({ isStart, draftId, children }: TerminalFrameProps) {
  const { words } = useSettings();
  const finish = () => wipe(draftId);
  const frame = (secondsLeft: number | undefined) => (
    <div className="frame terminal">
      <header className="head">
        <span className="brand">
          <Mark />
          <strong>{words.name}</strong>
          <span>{words.tagline}</span>
        </span>
        <Tools />
      </header>
      <p className="time-left tabular" aria-hidden="true">
        {secondsLeft === undefined ? '' : words.idleIn(secondsLeft)}
      </p>
      <div className="stage">{children}</div>
      <Suspense>
        <Keypad />
      </Suspense>
      <BottomBar finish={finish} />
    </div>
  );
  // The first screen holds nothing of anyone: there is nothing to guard.
  return isStart ? frame(undefined) : <IdleGuard finish={finish}>{frame}</IdleGuard>;
}

function BottomBar({ finish }: { readonly finish: () => void }) {
  const { words } = useSettings();
  const { hasBack, goBack } = useBackPlace();
  return (
    <nav className="bottom-bar" aria-label={words.name}>
      <button type="button" onClick={hasBack ? goBack : () => go()}>
        <ArrowLeft aria-hidden="true" strokeWidth={1.5} />
        {words.terminalBack}
      </button>
      <button type="button" onClick={() => go()}>
        <House aria-hidden="true" strokeWidth={1.5} />
        {words.home}
      </button>
      <button type="button" onClick={() => go('help')}>
        <PersonStanding aria-hidden="true" strokeWidth={1.5} />
        {words.help}
      </button>
      <button type="button" onClick={finish}>
        <LogOut aria-hidden="true" strokeWidth={1.5} />
        {words.finish}
      </button>
    </nav>
  );
}

/** Forgets the person: on the server, in memory and in the history, by starting the program anew. */
function wipe(draftId: string | undefined): void {
  stopSpeaking();
  const forgotten = [api.closeTrack()];
  if (draftId !== undefined) forgotten.push(api.deleteDraft(draftId));
  // A failed request must not keep the last person's data on the screen.
  void Promise.allSettled(forgotten).then(() => window.location.replace('/terminal/'));
}
