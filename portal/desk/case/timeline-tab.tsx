import { timeText } from '../format.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import type { CaseView } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** Everything that happened, the newest first. */
export function TimelineTab({ file }: { readonly file: CaseView }) {
  const { say, language } = useWords();
  const events = [...file.timeline].sort((left, right) => right.at.localeCompare(left.at));
  if (events.length === 0) {
    return <EmptyNote title={say('timeline.none')}>{say('timeline.noneHint')}</EmptyNote>;
  }
  return (
    <ol className="event-list">
      {events.map((event) => (
        <li key={`${event.at}${event.text}`}>
          <span className="second tabular">{timeText(event.at, language)}</span>
          <span>
            {event.text}
            {event.actor && <span className="second"> · {event.actor}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
