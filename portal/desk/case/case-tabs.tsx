import { lazy, Suspense } from 'react';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { type CaseRoute, goTo } from '../route.ts';
import type { CaseView } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { DocumentsTab } from './documents-tab.tsx';
import { FactsTab } from './facts-tab.tsx';
import { MaterialsTab } from './materials-tab.tsx';
import { OpinionsTab } from './opinions-tab.tsx';
import { TimelineTab } from './timeline-tab.tsx';

/** The viewer is the largest part of the desk; only this tab needs it. */
const DiagramTab = lazy(async () => ({
  default: (await import('./diagram-tab.tsx')).DiagramTab,
}));

interface CaseTabsProps {
  readonly file: CaseView;
  readonly route: CaseRoute;
}

/** What is known about the case, one tab each; the chosen tab stands in the URL. */
export function CaseTabs({ file, route }: CaseTabsProps) {
  const { say } = useWords();
  const count = (label: string, size: number) => (size > 0 ? `${label} ${size}` : label);
  const tabs = [
    { key: 'facts', label: say('tab.facts'), content: <FactsTab file={file} /> },
    {
      key: 'materials',
      label: count(say('tab.materials'), file.materials.length),
      content: <MaterialsTab file={file} />,
    },
    {
      key: 'opinions',
      label: count(say('tab.opinions'), file.opinions.length),
      content: <OpinionsTab opinions={file.opinions} />,
    },
    { key: 'timeline', label: say('tab.timeline'), content: <TimelineTab file={file} /> },
    {
      key: 'diagram',
      label: say('tab.diagram'),
      content: (
        <Suspense fallback={<PageSkeleton />}>
          <DiagramTab caseId={file.head.id} />
        </Suspense>
      ),
    },
    {
      key: 'documents',
      label: count(say('tab.documents'), file.documents.length),
      content: <DocumentsTab documents={file.documents} />,
    },
  ];
  return (
    <section className="case-right" aria-label={say('case.known')}>
      <Tabs
        tabs={tabs}
        active={route.tab}
        label={say('case.known')}
        onChange={(tab) => goTo({ ...route, tab }, 'replace')}
      />
    </section>
  );
}
