import { Button, Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useEffect, useState } from 'react';
import { releaseTask } from '../api.ts';
import type { FormWork } from '../form/use-form-work.ts';
import { clockText } from '../format.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { asProblem, type Problem } from '../problem.ts';
import type { TaskAction, TaskView } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { ConfirmStrip } from './confirm-strip.tsx';
import type { DraftState } from './use-task-draft.ts';

const SECONDARY_SHOWN = 2;

interface ActionBarProps {
  readonly view: TaskView;
  readonly work: FormWork;
  readonly draft: DraftState;
  readonly onSending: (isSending: boolean) => void;
  readonly onChanged: () => void;
}

/** One filled button, what the step is for; outlined ones beside it; the rest under more. */
export function ActionBar({ view, work, draft, onSending, onChanged }: ActionBarProps) {
  const [chosen, setChosen] = useState<TaskAction>();
  const [problem, setProblem] = useState<Problem>();
  const main = view.actions.find((action) => action.kind === 'primary');
  const choose = (action: TaskAction) => {
    setProblem(undefined);
    if (action.kind === 'primary' && !work.check()) return;
    setChosen(action);
  };
  useSubmitKey(() => {
    if (main && !chosen) choose(main);
  });
  const release = () => {
    draft.settle();
    releaseTask(view.task.id).then(onChanged, (thrown) => setProblem(asProblem(thrown)));
  };
  return (
    <div className="action-bar">
      {problem && <ProblemNote problem={problem} />}
      {chosen ? (
        <ConfirmStrip
          view={view}
          action={chosen}
          work={work}
          draft={draft}
          onSending={onSending}
          onChanged={onChanged}
          onCancel={() => setChosen(undefined)}
        />
      ) : (
        <ActionRow actions={view.actions} main={main} onChoose={choose} onRelease={release} />
      )}
      <DraftLine draft={draft} />
    </div>
  );
}

interface ActionRowProps {
  readonly actions: readonly TaskAction[];
  readonly main: TaskAction | undefined;
  readonly onChoose: (action: TaskAction) => void;
  readonly onRelease: () => void;
}

function ActionRow({ actions, main, onChoose, onRelease }: ActionRowProps) {
  const { say } = useWords();
  const others = actions.filter((action) => action !== main);
  const rest = others.slice(SECONDARY_SHOWN).map((action) => ({
    key: action.id,
    label: action.label,
    danger: action.kind === 'danger',
    onClick: () => onChoose(action),
  }));
  const items = [...rest, { key: 'release', label: say('task.release'), onClick: onRelease }];
  return (
    <div className="action-row">
      {main && (
        <Button type="primary" onClick={() => onChoose(main)}>
          {main.label}
        </Button>
      )}
      {others.slice(0, SECONDARY_SHOWN).map((action) => (
        <Button key={action.id} danger={action.kind === 'danger'} onClick={() => onChoose(action)}>
          {action.label}
        </Button>
      ))}
      <Dropdown menu={{ items }} trigger={['click']} placement="topLeft">
        <Button icon={<Ellipsis size={16} strokeWidth={1.5} aria-hidden />}>{say('more')}</Button>
      </Dropdown>
    </div>
  );
}

function DraftLine({ draft }: { readonly draft: DraftState }) {
  const { say, language } = useWords();
  if (draft.problem) {
    const why = language === 'zh' ? draft.problem.detail : draft.problem.detailEn;
    return (
      <p className="draft-line draft-lost" role="status">
        {say('draft.lost', { why })}
      </p>
    );
  }
  return (
    <p className="draft-line second" role="status">
      {draft.savedAt === undefined ? '' : say('draft.saved', { at: clockText(draft.savedAt) })}
    </p>
  );
}

/** Ctrl+Enter means the main button, also while typing. */
function useSubmitKey(press: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (!isSubmit || event.isComposing) return;
      event.preventDefault();
      press();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [press]);
}
