import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from './problem.ts';

const SKELETON_AFTER_MS = 300;

/** What a screen knows about something on the server. */
export interface Remote<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  /** True when an answer or a refusal is there, an empty answer included. */
  readonly isSettled: boolean;
  /** True once the answer takes long enough for a skeleton; earlier nothing moves. */
  readonly isSlow: boolean;
  readonly reload: () => void;
}

interface Answer<T> {
  readonly key: string;
  readonly value?: T;
  readonly problem?: Problem;
}

/** Loads under a key; a new key loads again, an old answer never overwrites a newer one. */
export function useRemote<T>(key: string, load: () => Promise<T>): Remote<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ key: '' });
  const [isSlow, setSlow] = useState(false);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that `load` closes over.
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => setSlow(true), SKELETON_AFTER_MS);
    const settle = (next: Answer<T>) => {
      if (!isCurrent) return;
      clearTimeout(timer);
      setSlow(false);
      setAnswer(next);
    };
    load().then(
      (value) => settle({ key, value }),
      (thrown) => settle({ key, problem: asProblem(thrown) }),
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      setSlow(false);
    };
  }, [key, round]);
  const isMine = answer.key === key;
  return {
    value: isMine ? answer.value : undefined,
    problem: isMine ? answer.problem : undefined,
    isSettled: isMine,
    isSlow,
    reload,
  };
}
