import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { JsonObject } from '../../forms/schema.ts';
import type {
  FormView,
  PublicCase,
  PublicServiceEntry,
  Receipt,
} from '../../server/http/openapi.ts';

/** An application that is being filled in. It lives in memory and in the server's draft only. */
export interface Application {
  readonly service: PublicServiceEntry;
  readonly form: FormView;
  readonly draftId: string;
  readonly data: JsonObject;
}

/** What this visit holds about a person; a terminal forgets it by starting anew. */
export interface Session {
  readonly application: Application | undefined;
  readonly setApplication: (application: Application | undefined) => void;
  readonly receipt: Receipt | undefined;
  readonly setReceipt: (receipt: Receipt | undefined) => void;
  readonly tracked: PublicCase | undefined;
  readonly setTracked: (tracked: PublicCase | undefined) => void;
  /** What was just done, said once at the top of the next page. */
  readonly done: string | undefined;
  readonly setDone: (done: string | undefined) => void;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** What this visit holds. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('Expected a session around the screen, but none is');
  return session;
}

/** Holds the visit's application, receipt and tracked case. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [application, setApplication] = useState<Application | undefined>();
  const [receipt, setReceipt] = useState<Receipt | undefined>();
  const [tracked, setTracked] = useState<PublicCase | undefined>();
  const [done, setDone] = useState<string | undefined>();
  const session = useMemo(
    () => ({
      application,
      setApplication,
      receipt,
      setReceipt,
      tracked,
      setTracked,
      done,
      setDone,
    }),
    [application, receipt, tracked, done],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
