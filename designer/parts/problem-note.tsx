import { Button } from 'antd';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { problemOf } from '../api.ts';
import { useWords } from '../words/words.tsx';

interface ProblemNoteProps {
  readonly thrown: unknown;
  readonly onRetry?: () => void;
}

/** Says what went wrong where it went wrong, and takes the focus. */
export function ProblemNote({ thrown, onRetry }: ProblemNoteProps) {
  const { language, say } = useWords();
  const note = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another problem takes the focus again.
  useEffect(() => note.current?.focus(), [thrown]);
  const problem = problemOf(thrown);
  return (
    <div className="problem-note" role="alert" tabIndex={-1} ref={note}>
      <CircleAlert size={20} strokeWidth={1.5} aria-hidden />
      <p>{language === 'zh' ? problem.detail : problem.detailEn}</p>
      {onRetry && <Button onClick={onRetry}>{say('again')}</Button>}
    </div>
  );
}
