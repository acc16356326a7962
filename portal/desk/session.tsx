import { createContext, useContext } from 'react';
import type { Me } from './types.ts';

/** The signed-in person and the two ways to change that. */
export interface Session {
  readonly me: Me;
  readonly leave: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session; only used below the sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('Expected a signed-in person, but there is none');
  return session;
}
