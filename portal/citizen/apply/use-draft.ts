import { useCallback, useRef } from 'react';
import { api } from '../api.ts';
import { type Application, useSession } from '../session.tsx';

/** Keeps the application in memory, and in the server's draft whenever a page is done. */
export function useDraft(): (application: Application) => void {
  const { setApplication } = useSession();
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (application: Application) => {
      setApplication(application);
      const { draftId, service, form, data } = application;
      // One after the other: an older save must not arrive last. A failed one is made good by the
      // next page, and nothing is lost meanwhile, since the page itself holds the answers.
      saving.current = saving.current
        .then(() =>
          api.saveDraft(draftId, { processKey: service.processKey, formKey: form.key, data }),
        )
        .catch(() => undefined);
    },
    [setApplication],
  );
}
