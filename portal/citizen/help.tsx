import { Building2, HandHelping, type LucideIcon, Phone, UsersRound } from 'lucide-react';
import { Page } from './frame/page.tsx';
import { useSettings } from './settings.tsx';

/** Where people help: always reachable, always the same. */
export function Help() {
  const { words, isTerminal } = useSettings();
  const ways: readonly [LucideIcon, string, string][] = [
    ...(isTerminal
      ? [[UsersRound, words.helpHere, words.helpHereText] as [LucideIcon, string, string]]
      : []),
    [Phone, words.helpCall, words.helpCallText],
    [HandHelping, words.helpProxy, words.helpProxyText],
    [Building2, words.helpDesk, words.helpDeskText],
  ];
  return (
    <Page title={words.helpTitle} back={() => window.history.back()}>
      <div className="ways">
        {ways.map(([Icon, name, text]) => (
          <section className="way" key={name}>
            <Icon aria-hidden="true" strokeWidth={1.5} />
            <div>
              <h2>{name}</h2>
              <p>{text}</p>
            </div>
          </section>
        ))}
      </div>
    </Page>
  );
}
