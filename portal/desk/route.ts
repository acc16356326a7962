import { useSyncExternalStore } from 'react';
import type { WorkView as View } from './types.ts';

/** The work list, with everything that makes it this list in the URL. */
export interface ListRoute {
  readonly page: 'list';
  readonly view: View;
  readonly process: string;
  readonly sort: 'due' | 'received';
  /** The task whose row is selected: Back keeps the place. */
  readonly at: string;
}

/** A case, with the task to work on; a task alone leads to its case. */
export interface CaseRoute {
  readonly page: 'case';
  readonly caseId: string;
  readonly taskId: string;
  readonly tab: string;
}

/** Every place of the desk; the URL holds it whole. */
export type Route =
  | ListRoute
  | CaseRoute
  | { readonly page: 'find'; readonly q: string }
  | { readonly page: 'lodge' }
  | { readonly page: 'clue' };

const views: readonly View[] = ['mine', 'office', 'due', 'supplement', 'done', 'all'];

/** Reads a place out of the query string; what it does not know becomes the first view. */
export function parseRoute(search: string): Route {
  const query = new URLSearchParams(search);
  const get = (name: string) => query.get(name) ?? '';
  const page = get('page');
  if (page === 'case' && get('case') + get('task') !== '') {
    return { page, caseId: get('case'), taskId: get('task'), tab: get('tab') };
  }
  if (page === 'find') return { page, q: get('q') };
  if (page === 'lodge' || page === 'clue') return { page };
  return {
    page: 'list',
    view: views.find((view) => view === get('view')) ?? 'mine',
    process: get('process'),
    sort: get('sort') === 'received' ? 'received' : 'due',
    at: get('at'),
  };
}

/** The link to a place. Empty values are left out, so that shared links stay short. */
export function linkTo(route: Route): string {
  const query = new URLSearchParams();
  const names: Readonly<Record<string, string>> = { caseId: 'case', taskId: 'task' };
  for (const [name, value] of Object.entries(route)) {
    if (value !== '') query.set(names[name] ?? name, value);
  }
  return `${location.pathname}?${query}`;
}

const moved = 'yunge:moved';

/** Goes to a place; `replace` keeps the length of the history. */
export function goTo(route: Route, how: 'push' | 'replace' = 'push'): void {
  const link = linkTo(route);
  if (how === 'push') history.pushState(null, '', link);
  else history.replaceState(null, '', link);
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

/** The place where the person is now. */
export function useRoute(): Route {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return parseRoute(search);
}
