import { useCallback } from 'react';
import { readCase, readTask } from '../api.ts';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import type { CaseRoute } from '../route.ts';
import type { CaseView, TaskView } from '../types.ts';
import { usePageTitle } from '../use-page-title.ts';
import { useRemote } from '../use-remote.ts';
import { useWords } from '../words/words.tsx';
import { CaseHeadBlock } from './case-head-block.tsx';
import { CaseTabs } from './case-tabs.tsx';
import { OpenTasks } from './open-tasks.tsx';
import { TaskPanel } from './task-panel.tsx';

interface CasePageProps {
  readonly route: CaseRoute;
  readonly onChanged: () => void;
}

interface Loaded {
  readonly file: CaseView;
  readonly task: TaskView | undefined;
}

async function load({ caseId, taskId }: CaseRoute): Promise<Loaded> {
  if (taskId === '') return { file: await readCase(caseId), task: undefined };
  const task = await readTask(taskId);
  return { file: await readCase(task.case.id), task };
}

/** A case: its head, the thing to do at the left, what is known about it at the right. */
export function CasePage({ route, onChanged }: CasePageProps) {
  const { say } = useWords();
  const loaded = useRemote(`case:${route.caseId}:${route.taskId}`, () => load(route));
  const head = loaded.value?.file.head;
  usePageTitle(head ? `${head.processName} · ${head.number}` : say('case.title'));
  const { reload } = loaded;
  const changed = useCallback(() => {
    reload();
    onChanged();
  }, [reload, onChanged]);
  if (loaded.problem) return <ProblemNote problem={loaded.problem} onRetry={loaded.reload} />;
  if (!loaded.value) return <PageSkeleton rows={10} />;
  const { file, task } = loaded.value;
  return (
    <div className="case-page">
      <CaseHeadBlock file={file} onChanged={changed} />
      <div className="case-body">
        <section className="case-left" aria-label={say('case.todo')}>
          {task ? (
            <TaskPanel
              file={file}
              key={`${task.task.id}/${task.task.leaseVersion}`}
              view={task}
              onChanged={changed}
            />
          ) : (
            <OpenTasks file={file} />
          )}
        </section>
        <CaseTabs file={file} route={route} />
      </div>
    </div>
  );
}
