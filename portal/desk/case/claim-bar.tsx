import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { claimTask } from '../api.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { asProblem, type Problem } from '../problem.ts';
import type { TaskView } from '../types.ts';
import { useKeys } from '../use-keys.ts';
import { useWords } from '../words/words.tsx';

interface ClaimBarProps {
  readonly view: TaskView;
  readonly onChanged: () => void;
}

/** The bar of a step that nobody has taken yet. */
export function ClaimBar({ view, onChanged }: ClaimBarProps) {
  const { say } = useWords();
  const [problem, setProblem] = useState<Problem>();
  const { id, leaseVersion } = view.task;
  const claim = useCallback(() => {
    claimTask(id, leaseVersion).then(onChanged, (thrown) => setProblem(asProblem(thrown)));
  }, [id, leaseVersion, onChanged]);
  useKeys(useMemo(() => ({ c: claim }), [claim]));
  return (
    <div className="action-bar">
      {problem && <ProblemNote problem={problem} onRetry={onChanged} />}
      <div className="action-row">
        <Button type="primary" onClick={claim}>
          {say('task.claim')}
        </Button>
        <span className="second">{say('task.claimHint')}</span>
      </div>
    </div>
  );
}
