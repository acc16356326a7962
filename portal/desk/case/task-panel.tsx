import { useRef, useState } from 'react';
import { FormEditor } from '../form/form-editor.tsx';
import { ReadOnlyForm } from '../form/read-only-form.tsx';
import { useFormWork } from '../form/use-form-work.ts';
import { timeText } from '../format.ts';
import { LampMark } from '../parts/lamp-mark.tsx';
import type { CaseView, TaskView } from '../types.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { useWords } from '../words/words.tsx';
import { ActionBar } from './action-bar.tsx';
import { ClaimBar } from './claim-bar.tsx';
import { NoticeChecklist } from './notice-checklist.tsx';
import { useTaskDraft } from './use-task-draft.ts';

/** The form of the one-time notice, and of the second one that a supervisor allowed. */
const NOTICE_FORM = 'sp-f-supplement';

interface TaskPanelProps {
  readonly view: TaskView;
  readonly file: CaseView;
  readonly onChanged: () => void;
}

/** The thing to do: the form of the step and the bar with what the step can end in. */
export function TaskPanel({ view, file, onChanged }: TaskPanelProps) {
  const { task } = view;
  const isMine = task.mayAct && task.state === 'claimed';
  const card = useRef<HTMLDivElement>(null);
  useKeptFocus(card, task.id);
  return (
    <>
      <div className="card task-card" ref={card} tabIndex={-1}>
        <TaskMeta view={view} />
        {isMine ? null : <Reading view={view} />}
        {isMine && <Working view={view} file={file} onChanged={onChanged} />}
      </div>
      {!isMine && task.mayClaim && <ClaimBar view={view} onChanged={onChanged} />}
    </>
  );
}

function TaskMeta({ view }: { readonly view: TaskView }) {
  const { say, language } = useWords();
  const { task } = view;
  const { needed, signed } = task.signers;
  return (
    <div className="task-meta">
      <h2>{task.name}</h2>
      {task.restText !== view.case.restText && <LampMark lamp={task.lamp} text={task.restText} />}
      {task.assignee && (
        <span className="second">{say('task.by', { name: task.assignee.name })}</span>
      )}
      {needed > 1 && <p>{say('task.signers', { needed, signed: signed.length })}</p>}
      {signed.map((one) => (
        <p key={one.at} className="second">
          {one.name}（{one.capacity}） {timeText(one.at, language)}
        </p>
      ))}
    </div>
  );
}

function Reading({ view }: { readonly view: TaskView }) {
  const { say } = useWords();
  const { task, form } = view;
  const known = { ...view.prefill, ...view.data };
  const why = task.why ?? (task.state === 'completed' ? say('task.completed') : '');
  return (
    <>
      {why !== '' && <p className="note">{why}</p>}
      {task.mayClaim && <p className="second">{say('task.claimFirst')}</p>}
      {form && <ReadOnlyForm schema={form.schema} data={known} />}
    </>
  );
}

function Working({ view, file, onChanged }: TaskPanelProps) {
  const start = { ...view.prefill, ...view.data };
  const work = useFormWork(view.form, start);
  const draft = useTaskDraft(view.task.id, work.data, work.isTouched);
  const [isSending, setSending] = useState(false);
  return (
    <>
      {view.form?.key.startsWith(NOTICE_FORM) && (
        <NoticeChecklist processKey={view.case.processKey} materials={file.materials} work={work} />
      )}
      {view.form && (
        <FormEditor
          form={view.form}
          work={work}
          place={{ case: view.case.id }}
          isBusy={isSending}
        />
      )}
      <ActionBar
        view={view}
        work={work}
        draft={draft}
        onSending={setSending}
        onChanged={onChanged}
      />
    </>
  );
}
