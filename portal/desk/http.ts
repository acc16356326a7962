import { Problem, type ProblemBody, unreachable } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a request may carry beside its path. */
export interface RequestOptions {
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Sends one request to our server; returns its JSON, throws a {@link Problem} for any refusal. */
export async function send<T>(method: Method, path: string, options: RequestOptions = {}) {
  const { body, signal } = options;
  const isRaw = body instanceof Blob;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined && !isRaw) headers['content-type'] = 'application/json';
  if (isRaw && body.type) headers['content-type'] = body.type;
  const response = await reach(path, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await problemOf(response);
  return (await jsonOf(response)) as T;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Problem(unreachable);
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function problemOf(response: Response): Promise<Problem> {
  const body = await jsonOf(response).catch(() => undefined);
  const { status } = response;
  if (typeof body === 'object' && body !== null) return new Problem({ status, ...body });
  return new Problem({ ...unreachable, status } satisfies ProblemBody);
}
