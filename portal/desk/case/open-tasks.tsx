import { EmptyNote } from '../parts/empty-note.tsx';
import { RouteLink } from '../parts/route-link.tsx';
import type { CaseView } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** What the case waits for, when nobody came to work on one step of it. */
export function OpenTasks({ file }: { readonly file: CaseView }) {
  const { say } = useWords();
  const open = file.tasks.filter((task) => task.state === 'open' || task.state === 'claimed');
  return (
    <div className="card">
      <h2>{say('case.now')}</h2>
      {open.length === 0 && (
        <EmptyNote title={say('case.nothingWaits')}>{say('case.nothingWaitsHint')}</EmptyNote>
      )}
      <ul className="open-tasks">
        {open.map((task) => (
          <li key={task.id}>
            <RouteLink to={{ page: 'case', caseId: file.head.id, taskId: task.id, tab: '' }}>
              {task.name}
            </RouteLink>
            <span className="second">{task.assigneeName ?? say('list.free')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
