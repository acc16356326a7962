import { useEffect, useRef, useState } from 'react';
import { saveTaskDraft } from '../api.ts';
import { asProblem, type Problem } from '../problem.ts';
import type { JsonObject } from '../types.ts';

const SAVE_AFTER_MS = 800;

/** How the draft on the server stands. */
export interface DraftState {
  readonly savedAt: string | undefined;
  readonly problem: Problem | undefined;
  /** Stops saving, for a step that is being completed. */
  readonly settle: () => void;
}

/** Keeps what is typed on the server; nothing of it stays in the browser. */
export function useTaskDraft(taskId: string, data: JsonObject, isTouched: boolean): DraftState {
  const [savedAt, setSavedAt] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const pending = useRef<JsonObject | undefined>(undefined);
  const isSettled = useRef(false);
  useEffect(() => {
    if (!isTouched) return;
    pending.current = data;
    const save = () => {
      const draft = pending.current;
      if (draft === undefined || isSettled.current) return;
      pending.current = undefined;
      saveTaskDraft(taskId, draft).then(
        (saved) => {
          setSavedAt(saved.savedAt);
          setProblem(undefined);
        },
        (thrown) => setProblem(asProblem(thrown)),
      );
    };
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [taskId, data, isTouched]);
  useEffect(() => {
    // Leaving within the pause before a save must not lose the last words.
    const leave = () => {
      if (pending.current === undefined || isSettled.current) return;
      void saveTaskDraft(taskId, pending.current).catch(() => undefined);
      pending.current = undefined;
    };
    return leave;
  }, [taskId]);
  const settle = () => {
    isSettled.current = true;
  };
  return { savedAt, problem, settle };
}
