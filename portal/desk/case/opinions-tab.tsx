import { timeText } from '../format.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import type { Opinion } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** The opinions as on the paper form: below each other, the newest last. */
export function OpinionsTab({ opinions }: { readonly opinions: readonly Opinion[] }) {
  const { say, language } = useWords();
  if (opinions.length === 0) {
    return <EmptyNote title={say('opinions.none')}>{say('opinions.noneHint')}</EmptyNote>;
  }
  const ordered = [...opinions].sort((left, right) => left.at.localeCompare(right.at));
  return (
    <ol className="opinions">
      {ordered.map((opinion) => (
        <li key={`${opinion.at}${opinion.taskName}${opinion.name}`}>
          <h3>{opinion.taskName}</h3>
          <p className="opinion-text">
            <strong>{opinion.resultName}</strong>
            {opinion.text !== '' && `　${opinion.text}`}
          </p>
          <p className="opinion-sign">
            {opinion.name}（{opinion.capacity}）
            <span className="tabular">{timeText(opinion.at, language)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
