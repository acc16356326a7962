import { LifeBuoy } from 'lucide-react';
import type { ReactNode } from 'react';
import { link } from '../route.ts';
import { useSettings } from '../settings.tsx';
import { Mark } from './mark.tsx';
import { Tools } from './tools.tsx';

/** Phone and web: a quiet head, one column, help at the foot of every page. */
export function WebFrame({ children }: { readonly children: ReactNode }) {
  const { words } = useSettings();
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={focusHeading}>
        {words.skipToContent}
      </button>
      <header className="head">
        <a className="brand" href="/">
          <Mark />
          <strong>{words.name}</strong>
          <span>{words.tagline}</span>
        </a>
        <Tools />
      </header>
      {children}
      <footer className="foot">
        <a href={link('help')}>
          <LifeBuoy aria-hidden="true" strokeWidth={1.5} />
          {words.help}
        </a>
        <span>12345</span>
      </footer>
    </div>
  );
}

function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}
