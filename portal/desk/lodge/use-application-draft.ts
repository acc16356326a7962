import { useEffect, useState } from 'react';
import { saveDraft } from '../api.ts';
import { asProblem, type Problem } from '../problem.ts';
import type { JsonObject } from '../types.ts';

const SAVE_AFTER_MS = 1000;

interface DraftKey {
  readonly id: string;
  readonly processKey: string;
  readonly formKey: string;
}

/** Keeps a form that has no task yet as a draft on the server. */
export function useApplicationDraft(key: DraftKey, data: JsonObject, isTouched: boolean) {
  const [savedAt, setSavedAt] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const { id, processKey, formKey } = key;
  useEffect(() => {
    if (!isTouched) return;
    const timer = setTimeout(() => {
      saveDraft(id, { processKey, formKey, data }).then(
        (saved) => {
          setSavedAt(saved.savedAt);
          setProblem(undefined);
        },
        (thrown) => setProblem(asProblem(thrown)),
      );
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [id, processKey, formKey, data, isTouched]);
  return { savedAt, problem };
}
