import { Button } from 'antd';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Problem } from '../problem.ts';
import { useWords } from '../words/words.tsx';

interface ProblemNoteProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}

/** Says what went wrong where it went wrong, and takes the focus so that nobody misses it. */
export function ProblemNote({ problem, onRetry }: ProblemNoteProps) {
  const { language, say } = useWords();
  const note = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another problem takes the focus again.
  useEffect(() => note.current?.focus(), [problem]);
  return (
    <div className="problem-note" role="alert" tabIndex={-1} ref={note}>
      <CircleAlert size={20} strokeWidth={1.5} aria-hidden />
      <div>
        <p>{language === 'zh' ? problem.detail : problem.detailEn}</p>
        {problem.errors.length > 0 && (
          <ul>
            {problem.errors.map((error) => (
              <li key={error.path}>{error.message}</li>
            ))}
          </ul>
        )}
        {onRetry && <Button onClick={onRetry}>{say('again')}</Button>}
      </div>
    </div>
  );
}
