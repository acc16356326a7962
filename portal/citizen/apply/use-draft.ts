import { useCallback } from 'react';
import { api } from '../api.ts';
import { type Application, useSession } from '../session.tsx';

// One visit has one draft. Saves go one after the other: an older one must not arrive last.
let saves: Promise<void> = Promise.resolve();
let unsaved: Application | undefined;

/** Keeps the application in memory, and in the server's draft whenever a page is done. */
export function useDraft(): (application: Application) => void {
  const { setApplication } = useSession();
  return useCallback(
    (application: Application) => {
      setApplication(application);
      unsaved = application;
      // A failed save is made good by the next page or before submitting; the answers are here.
      saves = saves.then(() => save(application)).catch(() => undefined);
    },
    [setApplication],
  );
}

/**
 * Waits until the server's draft holds every answer. The server takes a draft once, so nothing may be
 * saved after that: a late save would bring back a draft that was handed in.
 */
export async function draftIsSaved(): Promise<void> {
  await saves;
  if (unsaved !== undefined) await save(unsaved);
}

async function save(application: Application): Promise<void> {
  const { draftId, service, form, data } = application;
  await api.saveDraft(draftId, { processKey: service.processKey, formKey: form.key, data });
  if (unsaved === application) unsaved = undefined;
}
