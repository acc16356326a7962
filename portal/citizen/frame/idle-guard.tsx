import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useSettings } from '../settings.tsx';

const IDLE_SECONDS = 60;
const COUNTDOWN_SECONDS = 20;
const TICK_MS = 1000;
const TOUCHES = ['pointerdown', 'keydown', 'input'] as const;

interface IdleGuardProps {
  /** Wipes everything and returns to the first screen. */
  readonly finish: () => void;
  readonly children: (secondsLeft: number) => ReactNode;
}

/**
 * Ends an abandoned session of a public screen: after 60 s without a touch it asks for 20 s over the
 * whole screen, as often as needed, and then wipes.
 */
export function IdleGuard({ finish, children }: IdleGuardProps) {
  const lastTouch = useRef(Date.now());
  const [idleSeconds, setIdleSeconds] = useState(0);
  const touch = useCallback(() => {
    lastTouch.current = Date.now();
    setIdleSeconds(0);
  }, []);
  const isAsking = idleSeconds >= IDLE_SECONDS;
  useEffect(() => {
    if (isAsking) return;
    for (const event of TOUCHES) window.addEventListener(event, touch, { passive: true });
    return () => {
      for (const event of TOUCHES) window.removeEventListener(event, touch);
    };
  }, [isAsking, touch]);
  useEffect(() => {
    const timer = setInterval(() => {
      setIdleSeconds(Math.floor((Date.now() - lastTouch.current) / TICK_MS));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const isOver = idleSeconds >= IDLE_SECONDS + COUNTDOWN_SECONDS;
  useEffect(() => {
    if (isOver) finish();
  }, [isOver, finish]);
  return (
    <>
      {children(Math.max(IDLE_SECONDS - idleSeconds, 0))}
      {isAsking && (
        <Countdown
          seconds={Math.max(IDLE_SECONDS + COUNTDOWN_SECONDS - idleSeconds, 0)}
          goOn={touch}
          finish={finish}
        />
      )}
    </>
  );
}

interface CountdownProps {
  readonly seconds: number;
  readonly goOn: () => void;
  readonly finish: () => void;
}

/** Asked over the whole screen. The number is not announced every second, only the question once. */
function Countdown({ seconds, goOn, finish }: CountdownProps) {
  const { words } = useSettings();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      className="countdown"
      ref={dialog}
      aria-labelledby="countdown-title"
      aria-describedby="countdown-text"
      onCancel={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <h2 id="countdown-title">{words.idleTitle}</h2>
      <p className="countdown-number tabular" aria-hidden="true">
        {seconds}
        <span>{words.idleSeconds}</span>
      </p>
      <p id="countdown-text">{words.idleText}</p>
      <div className="countdown-actions">
        <button type="button" className="button button-main" onClick={goOn}>
          {words.idleContinue}
        </button>
        <button type="button" className="button button-second" onClick={finish}>
          {words.idleFinish}
        </button>
      </div>
    </dialog>
  );
}
