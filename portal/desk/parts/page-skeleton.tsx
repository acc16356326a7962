import { useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';

const SHOWN_AFTER_MS = 300;

/** The outline of what will stand here; nothing at all during the first moments. */
export function PageSkeleton({ rows = 6 }: { readonly rows?: number }) {
  const { say } = useWords();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return <div className="skeleton" />;
  const lines = Array.from({ length: rows }, (_, index) => `line-${index}`);
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{say('loading')}</span>
      {lines.map((line) => (
        <span key={line} className="skeleton-line" aria-hidden />
      ))}
    </div>
  );
}
