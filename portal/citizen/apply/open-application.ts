import type { JsonObject } from '../../../forms/schema.ts';
import type { Draft } from '../../../server/http/openapi.ts';
import { api } from '../api.ts';
import type { Application } from '../session.tsx';

/** Fetches what an application needs: the matter, its form, and the draft when there is one. */
export async function openApplication(processKey: string, draft?: Draft): Promise<Application> {
  const { items } = await api.services();
  const service = items.find((each) => each.processKey === processKey);
  if (service === undefined) throw new Error('Expected the matter to be offered, but it is not');
  const form = await api.form(service.formKey);
  return {
    service,
    form,
    draftId: draft?.id ?? crypto.randomUUID(),
    data: (draft?.data ?? {}) as JsonObject,
  };
}
