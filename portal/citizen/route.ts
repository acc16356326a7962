import { useSyncExternalStore } from 'react';

/**
 * The place inside the program: the part of the address after `#`. It names pages only, never a
 * person or a case, so that the history of a shared machine says nothing.
 */
export function useRoute(): readonly string[] {
  const path = useSyncExternalStore(listen, () => window.location.hash);
  return path
    .replace(/^#\/?/u, '')
    .split('/')
    .filter((part) => part !== '');
}

function listen(notify: () => void): () => void {
  window.addEventListener('hashchange', notify);
  return () => window.removeEventListener('hashchange', notify);
}

/** The address of a page of this program. */
export function link(...parts: readonly string[]): string {
  return `#/${parts.join('/')}`;
}

/** Goes to a page; Back returns to this one. */
export function go(...parts: readonly string[]): void {
  window.location.hash = link(...parts);
}

/** Goes to a page that takes the place of this one: Back must not return to a step that is over. */
export function replace(...parts: readonly string[]): void {
  window.location.replace(link(...parts));
}
