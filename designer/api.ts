import type {
  DefinitionEntry,
  DefinitionFile,
  DefinitionVersion,
  DefinitionView,
  LintProblem,
  Me,
  Problem,
} from '../server/http/openapi.ts';

export type { DefinitionEntry, DefinitionFile, DefinitionVersion, DefinitionView, LintProblem, Me };

const noAnswer: Problem = {
  type: 'about:blank',
  title: 'unreachable',
  status: 0,
  code: 'unreachable',
  detail: '没有连上服务器。画的内容还在，请稍后再试。',
  detailEn: 'The server could not be reached. Your work is still here; please try again.',
};

/** A refusal of the server, said where it happened. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detailEn);
    this.problem = problem;
  }
}

/** The problem of anything thrown; what is no refusal is a lost line. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof Refusal ? thrown.problem : noAnswer;
}

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw new Refusal({ ...noAnswer, ...(answer as Problem), status: response.status });
  }
  return answer as T;
}

export const readMe = () => send<Me>('GET', '/api/session');
export const signOut = () => send<void>('DELETE', '/api/session');
export const readDefinitions = () =>
  send<{ items: readonly DefinitionEntry[] }>('GET', '/api/definitions');
export const readDefinition = (key: string, version: number) =>
  send<DefinitionView>('GET', `/api/definitions/${key}/${version}`);
export const saveDraft = (key: string, files: readonly DefinitionFile[], note: string) =>
  send<{ version: number }>('PUT', `/api/definitions/${key}/draft`, { files, note });
export const lint = (key: string, files: readonly DefinitionFile[]) =>
  send<{ problems: readonly LintProblem[] }>('POST', `/api/definitions/${key}/lint`, { files });
export const submit = (key: string) =>
  send<DefinitionVersion>('POST', `/api/definitions/${key}/submit`, {});
export const publish = (key: string) =>
  send<DefinitionVersion>('POST', `/api/definitions/${key}/publish`, {});
