import { Button } from 'antd';
import { timeText } from '../format.ts';
import type { Draft } from '../types.ts';
import { useWords } from '../words/words.tsx';

interface DraftChoiceProps {
  readonly drafts: readonly Draft[];
  readonly onChoose: (draft: Draft) => void;
  readonly onNew: () => void;
}

/** The name that was typed into a draft, where there is one. */
function nameIn(draft: Draft): string {
  const applicant = draft.data.applicant;
  if (typeof applicant !== 'object' || applicant === null || !('name' in applicant)) return '';
  return typeof applicant.name === 'string' ? applicant.name : '';
}

/** Unfinished applications of this person, to go on with, or a new one. */
export function DraftChoice({ drafts, onChoose, onNew }: DraftChoiceProps) {
  const { say, language } = useWords();
  return (
    <div className="card">
      <h2>{say('drafts.title')}</h2>
      <ul className="open-tasks">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              {nameIn(draft) || say('drafts.noName')}
              <span className="second"> · {timeText(draft.savedAt, language)}</span>
            </span>
            <Button onClick={() => onChoose(draft)}>{say('drafts.continue')}</Button>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={onNew}>
        {say('drafts.new')}
      </Button>
    </div>
  );
}
