import {
  AArrowUp,
  FilePenLine,
  type LucideIcon,
  PersonStanding,
  Printer,
  Search,
  Star,
} from 'lucide-react';
import { Page } from './frame/page.tsx';
import { go, link } from './route.ts';
import { useSettings } from './settings.tsx';

interface Entry {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly hint: string;
  readonly parts: readonly string[];
}

/** The beginning: six tiles at the terminal, three lines on phone and web. */
export function Home() {
  const { words, isTerminal, isElder, setElder } = useSettings();
  const entries: readonly Entry[] = [
    { icon: FilePenLine, name: words.homeApply, hint: words.homeApplyHint, parts: ['apply'] },
    { icon: Search, name: words.homeTrack, hint: words.homeTrackHint, parts: ['track'] },
  ];
  const help = { icon: PersonStanding, name: words.homeHelp, hint: words.homeHelpHint };
  if (!isTerminal) return <HomeList entries={[...entries, { ...help, parts: ['help'] }]} />;
  const tiles: readonly Entry[] = [
    ...entries,
    { icon: Printer, name: words.homePrint, hint: words.homePrintHint, parts: ['track'] },
    { icon: Star, name: words.homeEvaluate, hint: words.homeEvaluateHint, parts: ['track'] },
    { ...help, parts: ['help'] },
  ];
  return (
    <Page title={words.homeTitle}>
      <div className="tiles">
        {tiles.map(({ icon: Icon, name, hint, parts }) => (
          <button type="button" className="tile" key={name} onClick={() => go(...parts)}>
            <Icon aria-hidden="true" strokeWidth={1.5} />
            <strong>{name}</strong>
            <span>{hint}</span>
          </button>
        ))}
        <button type="button" className="tile" onClick={() => setElder(!isElder)}>
          <AArrowUp aria-hidden="true" strokeWidth={1.5} />
          <strong>{isElder ? words.elderOff : words.homeElder}</strong>
          <span>{words.homeElderHint}</span>
        </button>
      </div>
    </Page>
  );
}

function HomeList({ entries }: { readonly entries: readonly Entry[] }) {
  const { words } = useSettings();
  return (
    <Page title={words.homeTitle}>
      <ul className="entries">
        {entries.map(({ icon: Icon, name, hint, parts }) => (
          <li key={name}>
            <a className="entry" href={link(...parts)}>
              <Icon aria-hidden="true" strokeWidth={1.5} />
              <span>
                <strong>{name}</strong>
                <span className="entry-hint">{hint}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
