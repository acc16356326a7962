import { findCases } from './api.ts';
import { EmptyNote } from './parts/empty-note.tsx';
import { LampMark } from './parts/lamp-mark.tsx';
import { PageHeading } from './parts/page-heading.tsx';
import { PageSkeleton } from './parts/page-skeleton.tsx';
import { ProblemNote } from './parts/problem-note.tsx';
import { RouteLink } from './parts/route-link.tsx';
import type { CaseHead } from './types.ts';
import { usePageTitle } from './use-page-title.ts';
import { useRemote } from './use-remote.ts';
import { useWords } from './words/words.tsx';

/** The cases that fit what was typed into the search. */
export function FindPage({ q }: { readonly q: string }) {
  const { say } = useWords();
  const found = useRemote(`find:${q}`, () => findCases(q));
  usePageTitle(say('find.title', { q }));
  return (
    <div className="page">
      <PageHeading>{say('find.title', { q })}</PageHeading>
      {found.problem && <ProblemNote problem={found.problem} onRetry={found.reload} />}
      {!found.value && !found.problem && <PageSkeleton />}
      {found.value?.items.length === 0 && (
        <EmptyNote title={say('find.none')}>{say('find.noneHint')}</EmptyNote>
      )}
      <ul className="found">
        {found.value?.items.map((head) => (
          <Found key={head.id} head={head} />
        ))}
      </ul>
    </div>
  );
}

function Found({ head }: { readonly head: CaseHead }) {
  return (
    <li>
      <RouteLink to={{ page: 'case', caseId: head.id, taskId: '', tab: '' }}>
        <strong>
          {head.processName} · {head.applicant}
        </strong>
        <span className="tabular second">{head.number}</span>
      </RouteLink>
      <span className="second">{head.stateName}</span>
      <LampMark lamp={head.lamp} text={head.restText} />
    </li>
  );
}
