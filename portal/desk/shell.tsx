import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readWorkList } from './api.ts';
import { CasePage } from './case/case-page.tsx';
import { DoneContext } from './case/use-done.tsx';
import { FindPage } from './find-page.tsx';
import { ListPage } from './list/list-page.tsx';
import { CluePage } from './lodge/clue-page.tsx';
import { LodgePage } from './lodge/lodge-page.tsx';
import { KeysHelp } from './parts/keys-help.tsx';
import { goTo, type Route, useRoute } from './route.ts';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
import type { WorkCounts } from './types.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeys } from './use-keys.ts';
import { useWords } from './words/words.tsx';

/** Header, views at the left, and the place that the URL names. */
export function Shell() {
  const route = useRoute();
  const { say } = useWords();
  const [counts, setCounts] = useState<WorkCounts>();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const refreshCounts = useCallback(() => {
    readWorkList({ view: 'mine' }).then(
      (list) => setCounts(list.counts),
      () => setCounts(undefined),
    );
  }, []);
  const commands = useMemo(
    () => ({
      '/': () => document.getElementById('find')?.focus(),
      '?': () => setHelpOpen(true),
    }),
    [],
  );
  const isList = route.page === 'list';
  const place = JSON.stringify(route);
  // The list brings its counts along; every other place asks for them when one arrives there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is the reason to ask.
  useEffect(() => {
    if (!isList) refreshCounts();
  }, [isList, place, refreshCounts]);
  const content = useRef<HTMLElement>(null);
  useKeptFocus(content, place);
  useKeys(commands);
  const { said, done } = useSaid(route);
  const home = { page: 'list', view: 'mine', process: '', sort: 'due', at: '' } as const;
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {say('skip')}
      </a>
      <TopBar onHome={() => goTo(home)} onHelp={() => setHelpOpen(true)} />
      <SideNav route={route} counts={counts} />
      <main id="content" className={`content content-${route.page}`} ref={content} tabIndex={-1}>
        <DoneContext value={done}>
          <p role="status" className="done-note">
            {said?.text}
          </p>
          <Place route={route} onCounts={setCounts} onChanged={refreshCounts} />
        </DoneContext>
      </main>
      <KeysHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

interface Said {
  readonly text: string;
  readonly from: string;
}

/** What was done on the last page stays readable on the next one, and no longer. */
function useSaid(route: Route) {
  const [said, setSaid] = useState<Said>();
  const place = JSON.stringify(route);
  const [lastPlace, setLastPlace] = useState(place);
  if (place !== lastPlace) {
    setLastPlace(place);
    const isOld = said !== undefined && said.from !== lastPlace;
    if (isOld) setSaid(undefined);
  }
  const done = useMemo(
    () => ({ announce: (text: string) => setSaid({ text, from: place }) }),
    [place],
  );
  return { said, done };
}

interface PlaceProps {
  readonly route: Route;
  readonly onCounts: (counts: WorkCounts) => void;
  readonly onChanged: () => void;
}

function Place({ route, onCounts, onChanged }: PlaceProps) {
  switch (route.page) {
    case 'list':
      return <ListPage key={route.view} route={route} onCounts={onCounts} />;
    case 'case':
      return (
        <CasePage key={`${route.caseId}/${route.taskId}`} route={route} onChanged={onChanged} />
      );
    case 'find':
      return <FindPage key={route.q} q={route.q} />;
    case 'lodge':
      return <LodgePage />;
    case 'clue':
      return <CluePage />;
    default:
      return route satisfies never;
  }
}
