import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { claimTask, readTask, readWorkList } from '../api.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { asProblem, type Problem } from '../problem.ts';
import { goTo, type ListRoute } from '../route.ts';
import type { WorkCounts, WorkItem } from '../types.ts';
import { useKeys } from '../use-keys.ts';
import { usePageTitle } from '../use-page-title.ts';
import { useRemote } from '../use-remote.ts';
import { useWords } from '../words/words.tsx';
import { ListFilters } from './list-filters.tsx';
import { Preview } from './preview.tsx';
import { WorkTable } from './work-table.tsx';

interface ListPageProps {
  readonly route: ListRoute;
  readonly onCounts: (counts: WorkCounts) => void;
}

/** One saved view of the work list, with a preview of the selected row on wide screens. */
export function ListPage({ route, onCounts }: ListPageProps) {
  const { say } = useWords();
  const { view, process, sort } = route;
  const list = useRemote(`list:${view}:${process}:${sort}`, () =>
    readWorkList({ view, process, sort }),
  );
  const [more, setMore] = useState<readonly WorkItem[]>([]);
  const items = useMemo(() => [...(list.value?.items ?? []), ...more], [list.value, more]);
  const title = say(`view.${view}`);
  usePageTitle(title);
  useEffect(() => {
    setMore([]);
    if (list.value) onCounts(list.value.counts);
  }, [list.value, onCounts]);
  const selected = items.find((item) => item.taskId === route.at) ?? items[0];
  const claiming = useClaim(selected);
  useListKeys(route, items, selected, claiming.claim);
  return (
    <div className="list-page">
      <div className="list-main">
        <div className="list-head">
          <PageHeading>{title}</PageHeading>
          <ListFilters route={route} items={items} />
        </div>
        {claiming.problem && <ProblemNote problem={claiming.problem} onRetry={list.reload} />}
        {list.problem && <ProblemNote problem={list.problem} onRetry={list.reload} />}
        {!list.value && !list.problem && <PageSkeleton rows={8} />}
        {list.value && items.length === 0 && (
          <EmptyNote title={say(`empty.${view}`)}>{say(`emptyHint.${view}`)}</EmptyNote>
        )}
        {items.length > 0 && <WorkTable items={items} selected={selected} route={route} />}
        <MoreButton
          cursor={more.length > 0 ? null : (list.value?.nextCursor ?? null)}
          load={(cursor) => readWorkList({ view, process, sort, cursor })}
          onMore={setMore}
        />
      </div>
      {selected && <Preview item={selected} onClaim={claiming.claim} />}
    </div>
  );
}

/** Opens a task for work: claims it when it is free, then shows it. */
function useClaim(item: WorkItem | undefined) {
  const [problem, setProblem] = useState<Problem>();
  const claim = useCallback(async () => {
    if (!item) return;
    setProblem(undefined);
    try {
      const { task } = await readTask(item.taskId);
      if (task.mayClaim) await claimTask(item.taskId, task.leaseVersion);
      goTo({ page: 'case', caseId: item.caseId, taskId: item.taskId, tab: '' });
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  }, [item]);
  return { claim: () => void claim(), problem };
}

function useListKeys(
  route: ListRoute,
  items: readonly WorkItem[],
  selected: WorkItem | undefined,
  claim: () => void,
): void {
  const select = (step: number) => {
    const index = items.findIndex((item) => item.taskId === selected?.taskId);
    const next = items[Math.max(0, Math.min(items.length - 1, index + step))];
    if (!next) return;
    goTo({ ...route, at: next.taskId }, 'replace');
    document.getElementById(`row-${next.taskId}`)?.focus();
  };
  const open = () => {
    if (!selected) return;
    goTo({ page: 'case', caseId: selected.caseId, taskId: selected.taskId, tab: '' });
  };
  useKeys({
    j: () => select(1),
    k: () => select(-1),
    c: claim,
    enter: open,
  });
}

interface MoreButtonProps {
  readonly cursor: string | null;
  readonly load: (cursor: string) => ReturnType<typeof readWorkList>;
  readonly onMore: (items: readonly WorkItem[]) => void;
}

function MoreButton({ cursor, load, onMore }: MoreButtonProps) {
  const { say } = useWords();
  if (cursor === null) return null;
  const more = () => {
    load(cursor).then(
      (list) => onMore(list.items),
      () => onMore([]),
    );
  };
  return <Button onClick={more}>{say('list.more')}</Button>;
}
