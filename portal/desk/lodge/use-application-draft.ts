import { useCallback, useEffect, useRef, useState } from 'react';
import { saveDraft } from '../api.ts';
import { asProblem, type Problem } from '../problem.ts';
import type { JsonObject } from '../types.ts';

const SAVE_AFTER_MS = 1000;

interface DraftKey {
  readonly id: string;
  readonly processKey: string;
  readonly formKey: string;
}

/** How the draft on the server stands, and a way to have it there at once. */
export interface KeptDraft {
  readonly savedAt: string | undefined;
  readonly problem: Problem | undefined;
  /** Saves now: a file can only be uploaded for a draft that the server knows. */
  readonly keepNow: () => Promise<void>;
}

/** Keeps a form that has no task yet as a draft on the server. */
export function useApplicationDraft(
  key: DraftKey,
  data: JsonObject,
  isTouched: boolean,
): KeptDraft {
  const [savedAt, setSavedAt] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const latest = useRef(data);
  latest.current = data;
  // One save after the other: an older one must not arrive last.
  const saves = useRef<Promise<void>>(Promise.resolve());
  const { id, processKey, formKey } = key;
  const keepNow = useCallback(() => {
    const save = async () => {
      try {
        const saved = await saveDraft(id, { processKey, formKey, data: latest.current });
        setSavedAt(saved.savedAt);
        setProblem(undefined);
      } catch (thrown) {
        setProblem(asProblem(thrown));
      }
    };
    saves.current = saves.current.then(save);
    return saves.current;
  }, [id, processKey, formKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the data starts the pause anew.
  useEffect(() => {
    if (!isTouched) return;
    const timer = setTimeout(keepNow, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [keepNow, data, isTouched]);
  return { savedAt, problem, keepNow };
}
