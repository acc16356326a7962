import { useSyncExternalStore } from 'react';

/** One version of one procedure, as the URL names it. */
export interface EditorRoute {
  readonly processKey: string;
  readonly version: number;
  /** An element to begin with, for links that lead to one. */
  readonly element?: string;
}

const moved = 'yunge:moved';

/** The link to a version, or to the list. */
export function linkTo(route: EditorRoute | undefined): string {
  if (route === undefined) return location.pathname;
  return `${location.pathname}?process=${route.processKey}&version=${route.version}`;
}

/** Goes to a version, or to the list. */
export function goTo(route: EditorRoute | undefined): void {
  history.pushState(null, '', linkTo(route));
  window.dispatchEvent(new Event(moved));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

/** The version that is open; nothing on the list. */
export function useRoute(): EditorRoute | undefined {
  const search = useSyncExternalStore(subscribe, () => location.search);
  const query = new URLSearchParams(search);
  const processKey = query.get('process');
  const version = Number(query.get('version'));
  if (processKey === null || !(version > 0)) return undefined;
  const element = query.get('element');
  return element === null ? { processKey, version } : { processKey, version, element };
}
