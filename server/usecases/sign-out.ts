import type { Deps } from './deps.ts';
import { tokenHash } from './sign-in.ts';

/** Ends a session; an unknown token is no error. */
export async function signOut(deps: Deps, token: string): Promise<void> {
  await deps.records.transaction((tx) => tx.remove('Session', { tokenHash: tokenHash(token) }));
}
