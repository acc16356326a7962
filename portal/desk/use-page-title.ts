import { useEffect } from 'react';

/** Puts the page's title into the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 云格`;
  }, [title]);
}
