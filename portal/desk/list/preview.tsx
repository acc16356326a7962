import { Button } from 'antd';
import { readCase } from '../api.ts';
import { factText, timeText } from '../format.ts';
import { LampMark } from '../parts/lamp-mark.tsx';
import type { WorkItem } from '../types.ts';
import { useRemote } from '../use-remote.ts';
import { useWords } from '../words/words.tsx';

const FACTS_SHOWN = 5;
const EVENTS_SHOWN = 3;

interface PreviewProps {
  readonly item: WorkItem;
  readonly onClaim: () => void;
}

/** The selected case at a glance: what waits, five facts, the last three events. */
export function Preview({ item, onClaim }: PreviewProps) {
  const { say, language } = useWords();
  const file = useRemote(`preview:${item.caseId}`, () => readCase(item.caseId));
  const events = [...(file.value?.timeline ?? [])]
    .sort((left, right) => right.at.localeCompare(left.at))
    .slice(0, EVENTS_SHOWN);
  return (
    <aside className="preview" aria-label={say('preview.label')}>
      <p className="preview-title">
        {item.processName} · {item.applicant}
      </p>
      <p className="second tabular">{item.caseNumber}</p>
      <LampMark lamp={item.lamp} text={item.restText} />
      <p>{say('preview.now', { step: item.taskName })}</p>
      {file.problem && <p className="note">{file.problem.detail}</p>}
      <dl className="fact-list">
        {file.value?.facts.slice(0, FACTS_SHOWN).map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{factText(fact.value, language)}</dd>
          </div>
        ))}
      </dl>
      <ol className="event-list">
        {events.map((event) => (
          <li key={`${event.at}${event.text}`}>
            <span className="second tabular">{timeText(event.at, language)}</span>
            <span>{event.text}</span>
          </li>
        ))}
      </ol>
      <Button type="primary" onClick={onClaim}>
        {item.mine ? say('preview.continue') : say('preview.claim')}
      </Button>
    </aside>
  );
}
