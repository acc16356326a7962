import { send } from './http.ts';
import type {
  Attachment,
  CaseHead,
  CaseView,
  ClueInput,
  Completed,
  CompleteTask,
  Diagram,
  Division,
  Draft,
  FormView,
  JsonObject,
  LodgeInput,
  Me,
  Office,
  PublicServiceEntry,
  Receipt,
  TaskView,
  WorkList,
  WorkQuery,
} from './types.ts';

function queryOf(values: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.toString();
}

export const signIn = (username: string, password: string) =>
  send<Me>('POST', '/api/session', { body: { username, password } });
export const signOut = () => send<void>('DELETE', '/api/session');
export const readMe = () => send<Me>('GET', '/api/session');

export const readWorkList = (asked: WorkQuery) =>
  send<WorkList>('GET', `/api/work-list?${queryOf(asked)}`);

export const readTask = (id: string) => send<TaskView>('GET', `/api/tasks/${id}`);
export const claimTask = (id: string, leaseVersion: number) =>
  send<TaskView>('POST', `/api/tasks/${id}/claim`, { body: { leaseVersion } });
export const releaseTask = (id: string) =>
  send<TaskView>('POST', `/api/tasks/${id}/release`, { body: {} });
export const saveTaskDraft = (id: string, data: JsonObject) =>
  send<{ savedAt: string }>('PUT', `/api/tasks/${id}/draft`, { body: { data } });
export const completeTask = (id: string, completion: CompleteTask) =>
  send<Completed>('POST', `/api/tasks/${id}/complete`, { body: completion });

export const readCase = (id: string) => send<CaseView>('GET', `/api/cases/${id}`);
export const findCases = (q: string) =>
  send<{ items: readonly CaseHead[] }>('GET', `/api/cases?${queryOf({ q })}`);
export const readDiagram = (id: string, process: string) =>
  send<Diagram>('GET', `/api/cases/${id}/diagram?${queryOf({ process })}`);
export const steerCase = (id: string, verb: string, body: object) =>
  send<CaseHead>('POST', `/api/cases/${id}/${verb}`, { body });

export const readForm = (key: string) => send<FormView>('GET', `/api/forms/${key}`);
export const readServices = () =>
  send<{ items: readonly PublicServiceEntry[] }>('GET', '/api/services');
export const readDivisions = (asked: { parent?: string; code?: string }) =>
  send<{ items: readonly Division[]; offices: readonly Office[] }>(
    'GET',
    `/api/divisions?${queryOf(asked)}`,
  );
export const lodgeApplication = (application: LodgeInput) =>
  send<Receipt>('POST', '/api/applications', { body: application });
export const reportClue = (clue: ClueInput) => send<Receipt>('POST', '/api/clues', { body: clue });

export const readDrafts = () => send<{ items: readonly Draft[] }>('GET', '/api/drafts');
export const saveDraft = (id: string, draft: Omit<Draft, 'id' | 'savedAt'>) =>
  send<Draft>('PUT', `/api/drafts/${id}`, { body: draft });
export const deleteDraft = (id: string) => send<void>('DELETE', `/api/drafts/${id}`);

/** Where an uploaded file belongs before its case exists, or after. */
export interface UploadPlace {
  readonly draft?: string;
  readonly case?: string;
}

/** Hands a file to the server; photos have been made small before. */
export function upload(file: File, about: { class: string; title: string }, place: UploadPlace) {
  const path = `/api/attachments?${queryOf({ ...about, fileName: file.name, ...place })}`;
  return send<Attachment>('PUT', path, { body: file });
}
