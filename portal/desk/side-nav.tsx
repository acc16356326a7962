import {
  ClipboardCheck,
  ClipboardPenLine,
  Clock,
  FileWarning,
  Inbox,
  ListTodo,
  type LucideIcon,
  Megaphone,
  Workflow,
} from 'lucide-react';
import { RouteLink } from './parts/route-link.tsx';
import type { Route } from './route.ts';
import { useSession } from './session.tsx';
import type { WorkView as View, WorkCounts } from './types.ts';
import { useWords } from './words/words.tsx';

interface SavedView {
  readonly view: Exclude<View, 'all'>;
  readonly icon: LucideIcon;
  readonly count: keyof WorkCounts;
}

const savedViews: readonly SavedView[] = [
  { view: 'mine', icon: ListTodo, count: 'mine' },
  { view: 'office', icon: Inbox, count: 'office' },
  { view: 'due', icon: Clock, count: 'due' },
  { view: 'supplement', icon: FileWarning, count: 'supplement' },
  { view: 'done', icon: ClipboardCheck, count: 'doneToday' },
];

interface SideNavProps {
  readonly route: Route;
  readonly counts: WorkCounts | undefined;
}

/** The saved views with their counts, then what this person may begin. */
export function SideNav({ route, counts }: SideNavProps) {
  const { say } = useWords();
  const chosen = route.page === 'list' ? route.view : undefined;
  return (
    <nav className="side-nav" aria-label={say('nav.label')}>
      <ul>
        {savedViews.map(({ view, icon: Icon, count }) => (
          <li key={view}>
            <RouteLink
              to={{ page: 'list', view, process: '', sort: 'due', at: '' }}
              aria-current={chosen === view ? 'page' : undefined}
            >
              <Icon size={16} strokeWidth={1.5} aria-hidden />
              <span>{say(`view.${view}`)}</span>
              <span className="count tabular">{counts?.[count] ?? ''}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
      <Beginnings route={route} />
    </nav>
  );
}

function Beginnings({ route }: { readonly route: Route }) {
  const { me } = useSession();
  const { say } = useWords();
  const here = (page: Route['page']) => (route.page === page ? 'page' : undefined);
  return (
    <ul className="beginnings">
      {me.mayLodge && (
        <li>
          <RouteLink to={{ page: 'lodge' }} aria-current={here('lodge')}>
            <ClipboardPenLine size={16} strokeWidth={1.5} aria-hidden />
            <span>{say('nav.lodge')}</span>
          </RouteLink>
        </li>
      )}
      {me.mayReport && (
        <li>
          <RouteLink to={{ page: 'clue' }} aria-current={here('clue')}>
            <Megaphone size={16} strokeWidth={1.5} aria-hidden />
            <span>{say('nav.clue')}</span>
          </RouteLink>
        </li>
      )}
      {(me.mayDesign || me.mayPublish) && (
        <li>
          <a href="/designer/">
            <Workflow size={16} strokeWidth={1.5} aria-hidden />
            <span>{say('nav.designer')}</span>
          </a>
        </li>
      )}
    </ul>
  );
}
