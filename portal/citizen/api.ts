import type {
  ApplicationInput,
  Attachment,
  Division,
  Draft,
  DraftInput,
  EvaluationInput,
  FormView,
  ObjectionInput,
  Office,
  Problem,
  PublicCase,
  PublicServiceEntry,
  Receipt,
  SupplementAnswers,
  TrackInput,
  WithdrawInput,
} from '../../server/http/openapi.ts';

/** The server's answer to a request that it refused; without a problem the line was down. */
export class RequestFailure extends Error {
  readonly problem: Problem | undefined;

  constructor(problem: Problem | undefined, cause?: unknown) {
    super(problem?.title ?? 'Expected an answer of the server, but none came', { cause });
    this.problem = problem;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function call<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const isFile = body instanceof Blob;
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': contentType(body) }),
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new RequestFailure(undefined, cause);
  });
  const text = await answer.text();
  if (answer.ok) return (text === '' ? {} : JSON.parse(text)) as Answer;
  throw new RequestFailure(problemOf(text));
}

function contentType(body: unknown): string {
  if (!(body instanceof Blob)) return 'application/json';
  return body.type === '' ? 'application/octet-stream' : body.type;
}

function problemOf(text: string): Problem | undefined {
  try {
    const problem = JSON.parse(text) as Problem;
    return typeof problem.code === 'string' ? problem : undefined;
  } catch {
    return undefined;
  }
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

interface Places {
  readonly items: readonly Division[];
  readonly offices: readonly Office[];
}

/** The server's operations that the citizen side uses. */
export const api = {
  services: () => call<{ items: PublicServiceEntry[]; demo: boolean }>('GET', '/api/services'),
  form: (key: string) => call<FormView>('GET', `/api/forms/${key}`),
  divisions: (parent?: string) => call<Places>('GET', `/api/divisions${query({ parent })}`),
  division: (code: string) => call<Places>('GET', `/api/divisions${query({ code })}`),
  drafts: () => call<{ items: Draft[] }>('GET', '/api/drafts'),
  saveDraft: (id: string, draft: DraftInput) => call<Draft>('PUT', `/api/drafts/${id}`, draft),
  deleteDraft: (id: string) => call<object>('DELETE', `/api/drafts/${id}`),
  apply: (application: ApplicationInput) => call<Receipt>('POST', '/api/applications', application),
  upload: (file: File, about: { class: string; title: string; draft?: string; case?: string }) =>
    call<Attachment>('PUT', `/api/attachments${query({ ...about, fileName: file.name })}`, file),
  openTrack: (input: TrackInput) => call<PublicCase>('POST', '/api/track', input),
  track: () => call<PublicCase>('GET', '/api/track'),
  closeTrack: () => call<object>('DELETE', '/api/track'),
  supplement: (answers: SupplementAnswers) =>
    call<PublicCase>('POST', '/api/track/supplement', answers),
  withdraw: (input: WithdrawInput) => call<PublicCase>('POST', '/api/track/withdraw', input),
  object: (input: ObjectionInput) => call<PublicCase>('POST', '/api/track/objection', input),
  evaluate: (input: EvaluationInput) => call<PublicCase>('POST', '/api/track/evaluation', input),
};
