import { useCallback, useEffect, useState } from 'react';
import { type DefinitionEntry, type DefinitionVersion, type Me, readDefinitions } from './api.ts';
import { ProblemNote } from './parts/problem-note.tsx';
import { goTo, linkTo } from './route.ts';
import { TopBar } from './top-bar.tsx';
import { useWords } from './words/words.tsx';

/** Every procedure with its versions, the newest first. */
export function ListPage({ me }: { readonly me: Me }) {
  const { say } = useWords();
  const [entries, setEntries] = useState<readonly DefinitionEntry[]>();
  const [thrown, setThrown] = useState<unknown>();
  const load = useCallback(() => {
    setThrown(undefined);
    readDefinitions().then((list) => setEntries(list.items), setThrown);
  }, []);
  useEffect(load, [load]);
  useEffect(() => {
    document.title = `${say('list.title')} · 云格`;
  }, [say]);
  return (
    <div className="designer designer-list">
      <TopBar>
        <span className="second spring">{me.user.name}</span>
      </TopBar>
      <main className="list">
        <h1>{say('list.title')}</h1>
        <p className="second">{say('list.hint')}</p>
        {thrown !== undefined && <ProblemNote thrown={thrown} onRetry={load} />}
        {entries?.length === 0 && (
          <div className="empty-note">
            <p>{say('list.none')}</p>
            <p className="second">{say('list.noneHint')}</p>
          </div>
        )}
        {entries?.map((entry) => (
          <Procedure key={entry.processKey} entry={entry} />
        ))}
      </main>
    </div>
  );
}

function Procedure({ entry }: { readonly entry: DefinitionEntry }) {
  const { say } = useWords();
  const versions = [...entry.versions].sort((left, right) => right.version - left.version);
  return (
    <section className="procedure">
      <h2>{entry.name}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('list.version')}</th>
            <th scope="col">{say('list.status')}</th>
            <th scope="col">{say('list.note')}</th>
            <th scope="col">{say('list.author')}</th>
            <th scope="col">{say('list.publisher')}</th>
            <th scope="col">{say('list.when')}</th>
            <th scope="col" className="right">
              {say('list.running')}
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <VersionRow key={version.version} processKey={entry.processKey} version={version} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface VersionRowProps {
  readonly processKey: string;
  readonly version: DefinitionVersion;
}

function VersionRow({ processKey, version }: VersionRowProps) {
  const { say, language } = useWords();
  const route = { processKey, version: version.version };
  return (
    <tr>
      <td>
        <a
          href={linkTo(route)}
          onClick={(event) => {
            event.preventDefault();
            goTo(route);
          }}
        >
          {say('list.open', { version: version.version })}
        </a>
      </td>
      <td>
        <span className={`status status-${version.status}`}>{say(`status.${version.status}`)}</span>
      </td>
      <td>{version.note}</td>
      <td>{version.author}</td>
      <td>{version.publisher}</td>
      <td className="tabular">
        {version.publishedAt === null ? '' : dayText(version.publishedAt, language)}
      </td>
      <td className="right tabular">{say('list.count', { count: version.runningCases })}</td>
    </tr>
  );
}

function dayText(at: string, language: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(new Date(at));
}
