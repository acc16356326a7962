import { Button, Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { completeTask } from '../api.ts';
import type { FormWork } from '../form/use-form-work.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { asProblem, type Problem } from '../problem.ts';
import { goTo } from '../route.ts';
import type { Completed, TaskAction, TaskView } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { useDone } from './use-done.tsx';
import type { DraftState } from './use-task-draft.ts';

interface ConfirmStripProps {
  readonly view: TaskView;
  readonly action: TaskAction;
  readonly work: FormWork;
  readonly draft: DraftState;
  readonly onSending: (isSending: boolean) => void;
  readonly onChanged: () => void;
  readonly onCancel: () => void;
}

/** Says what the pressed button will do, asks for the reason where one is due, then does it. */
export function ConfirmStrip(props: ConfirmStripProps) {
  const { action, onCancel } = props;
  const { say } = useWords();
  const [text, setText] = useState('');
  const { problem, send, isSending } = useCompletion(props, text);
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current?.querySelector<HTMLElement>('textarea, button')?.focus();
  }, []);
  const isMissing = action.needsText && text.trim() === '';
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isMissing) send();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for keys of the controls inside.
    <div className="confirm-strip" ref={strip} onKeyDown={onKey}>
      {problem && <ProblemNote problem={problem} />}
      <p className="effect">
        {action.effect === '' ? say('task.effect', { label: action.label }) : action.effect}
      </p>
      {action.needsText && (
        <>
          <label htmlFor="opinion">{say('task.reason', { label: action.label })}</label>
          <Input.TextArea
            id="opinion"
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </>
      )}
      <div className="action-row">
        <Button
          type="primary"
          danger={action.kind === 'danger'}
          loading={isSending}
          disabled={isMissing}
          aria-describedby={isMissing ? 'opinion-hint' : undefined}
          onClick={send}
        >
          {say('task.confirm', { label: action.label })}
        </Button>
        <Button onClick={onCancel}>{say('task.back')}</Button>
        {isMissing && (
          <span id="opinion-hint" className="second">
            {say('task.reasonMissing')}
          </span>
        )}
      </div>
    </div>
  );
}

/** Completes the step, then opens the next one: claim and next. */
function useCompletion(props: ConfirmStripProps, text: string) {
  const { view, action, work, draft, onSending, onChanged } = props;
  const { say } = useWords();
  const { announce } = useDone();
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const finish = (done: Completed) => {
    const { name } = view.task;
    const left = done.waitsForSigners;
    announce(
      left > 0
        ? say('task.signed', { name, left })
        : say('task.done', { name, label: action.label }),
    );
    if (done.nextTaskId !== null) {
      goTo({ page: 'case', caseId: '', taskId: done.nextTaskId, tab: '' });
    } else goTo({ page: 'list', view: 'mine', process: '', sort: 'due', at: '' });
    onChanged();
  };
  const send = () => {
    if (isSending) return;
    setSending(true);
    onSending(true);
    const opinion = text.trim() === '' ? {} : { opinion: { text: text.trim() } };
    const { id, leaseVersion } = view.task;
    draft.settle();
    completeTask(id, { leaseVersion, action: action.id, data: work.data, ...opinion }).then(
      finish,
      (thrown) => {
        const refused = asProblem(thrown);
        setSending(false);
        onSending(false);
        if (refused.errors.length > 0) work.refuse(refused.errors);
        setProblem(refused);
      },
    );
  };
  return { problem, send, isSending };
}
