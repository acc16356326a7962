import { Dropdown } from 'antd';
import { ChevronDown, Search } from 'lucide-react';
import type { FormEvent } from 'react';
import { LanguageSwitch } from './parts/language-switch.tsx';
import { Mark } from './parts/mark.tsx';
import { goTo, useRoute } from './route.ts';
import { useSession } from './session.tsx';
import type { Appointment } from './types.ts';
import { useWords } from './words/words.tsx';

interface TopBarProps {
  readonly onHome: () => void;
  readonly onHelp: () => void;
}

/** Where I work and in which capacity, the search, and who I am. */
export function TopBar({ onHome, onHelp }: TopBarProps) {
  const { say } = useWords();
  return (
    <header className="top-bar">
      <button type="button" className="quiet-button" onClick={onHome}>
        <Mark />
        <span className="visually-hidden">{say('home')}</span>
      </button>
      <Capacity />
      <FindBox />
      <LanguageSwitch />
      <PersonMenu onHelp={onHelp} />
    </header>
  );
}

function Capacity() {
  const { me } = useSession();
  const { say } = useWords();
  const first = me.appointments[0];
  if (first === undefined) return <span className="capacity" />;
  const office = officeText(first);
  const more = me.appointments.slice(1).map((post) => post.positionName);
  return (
    <span className="capacity">
      {say('capacity', { office, post: [...new Set([first.positionName, ...more])].join('、') })}
    </span>
  );
}

/** 芦湾村 and 村网格管理服务中心 share a character that is said once. */
function officeText({ unitName, officeName }: Appointment): string {
  const shared = ['村', '社区', '镇', '街道'].find(
    (word) => unitName.endsWith(word) && officeName.startsWith(word),
  );
  return unitName + officeName.slice(shared?.length ?? 0);
}

function FindBox() {
  const { say } = useWords();
  const route = useRoute();
  const q = route.page === 'find' ? route.q : '';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (asked !== '') goTo({ page: 'find', q: asked });
  };
  return (
    <search className="find-box">
      <form onSubmit={submit}>
        <label htmlFor="find">
          <Search size={16} strokeWidth={1.5} aria-hidden />
          <span>{say('find.label')}</span>
        </label>
        <input id="find" name="q" type="search" key={q} defaultValue={q} autoComplete="off" />
        <kbd aria-hidden>/</kbd>
      </form>
    </search>
  );
}

function PersonMenu({ onHelp }: { readonly onHelp: () => void }) {
  const { me, leave } = useSession();
  const { say } = useWords();
  const items = [
    { key: 'keys', label: say('keys.title'), onClick: onHelp },
    { key: 'leave', label: say('signOut'), onClick: leave },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="quiet-button">
        {me.user.name}
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </button>
    </Dropdown>
  );
}
