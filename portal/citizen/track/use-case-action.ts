import { useState } from 'react';
import type { PublicCase } from '../../../server/http/openapi.ts';
import { replace } from '../route.ts';
import { useSession } from '../session.tsx';

interface CaseAction {
  readonly isBusy: boolean;
  readonly failure: unknown;
  /** Sends, then shows the case as it is now with one sentence about what was done. */
  readonly send: (act: () => Promise<PublicCase>, done: string) => Promise<void>;
}

/** One act on the tracked case. */
export function useCaseAction(): CaseAction {
  const { setTracked, setDone } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async (act: () => Promise<PublicCase>, done: string) => {
    setBusy(true);
    setFailure(undefined);
    try {
      setTracked(await act());
      setDone(done);
      replace('case');
    } catch (reason) {
      setFailure(reason);
      setBusy(false);
    }
  };
  return { isBusy, failure, send };
}
