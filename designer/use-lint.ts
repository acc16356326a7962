import { useEffect, useState } from 'react';
import { type DefinitionFile, type LintProblem, lint } from './api.ts';

const CHECK_AFTER_MS = 250;

/** What the server's check says about the files now. */
export interface LintState {
  readonly problems: readonly LintProblem[];
  readonly isChecking: boolean;
  readonly thrown: unknown;
}

/** Checks the files shortly after every change; an old answer never overwrites a newer one. */
export function useLint(processKey: string, files: readonly DefinitionFile[] | undefined) {
  const [state, setState] = useState<LintState>({
    problems: [],
    isChecking: true,
    thrown: undefined,
  });
  useEffect(() => {
    if (files === undefined) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      setState((last) => ({ ...last, isChecking: true }));
      lint(processKey, files).then(
        ({ problems }) => isCurrent && setState({ problems, isChecking: false, thrown: undefined }),
        (thrown) => isCurrent && setState({ problems: [], isChecking: false, thrown }),
      );
    }, CHECK_AFTER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [processKey, files]);
  return state;
}
