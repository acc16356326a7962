import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Config } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { createDatabase } from './postgres.ts';

/** The password of the demo accounts. */
const PASSWORD = 'yunge-demo-2026';

/** A clock that stands still until the test moves it. */
export class TestClock {
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

/** What a request was answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came.
  readonly body: any;
}

/** A browser without pages: keeps cookies and sends what a browser of this site sends. */
export class TestClient {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body), 'application/json');
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.send('PUT', path, JSON.stringify(body), 'application/json');
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** Uploads a small PDF; answers the id of the file. */
  async upload(query: Record<string, string>): Promise<string> {
    const search = new URLSearchParams({ class: 'identity', fileName: '材料.pdf', ...query });
    const bytes = Buffer.from('%PDF-1.7 test');
    const answer = await this.send('PUT', `/api/attachments?${search}`, bytes, 'application/pdf');
    if (answer.status !== 201) throw new Error(`upload: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  }

  async send(
    method: string,
    path: string,
    body?: string | Buffer<ArrayBuffer>,
    type?: string,
  ): Promise<Answer> {
    const response = await fetch(this.#url + path, {
      method,
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const { status, headers } = response;
    return { status, headers, body: isJson ? JSON.parse(bytes.toString()) : bytes };
  }
}

/** A server of its own for one test file: own database, embedded engine, clock in the test's hand. */
export interface TestServer {
  readonly server: RunningServer;
  readonly url: string;
  readonly clock: TestClock;
  /** A client that is signed in with a demo account. */
  as(username: string): Promise<TestClient>;
  citizen(): TestClient;
  stop(): Promise<void>;
}

/** Starts a server for a test; its lines of warning go to the given list. */
export async function startTestServer(
  start = '2026-11-24T01:00:00.000Z',
  changes: Partial<Config> = {},
): Promise<TestServer> {
  const database = await createDatabase();
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'yunge-server-'));
  const clock = new TestClock(start);
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://yunge.test',
    databaseUrl: database.url,
    zeebeAddress: undefined,
    enginePort: 0,
    dataFolder,
    isDemo: true,
    identityKey: 'identity-key-of-the-tests',
    logLevel: 'silent',
    triesPerMinute: 10_000,
    ...changes,
  };
  const root = path.resolve(import.meta.dirname, '..', '..');
  const server = await startServer({ config, log: testLog(), clock, root, version: 'test' });
  const clients = new Map<string, TestClient>();
  return {
    server,
    url: server.url,
    clock,
    as: async (username) => {
      const client = clients.get(username) ?? (await signedIn(server.url, username));
      clients.set(username, client);
      return client;
    },
    citizen: () => new TestClient(server.url),
    stop: async () => {
      await server.stop();
      await database.drop();
      fs.rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function signedIn(url: string, username: string): Promise<TestClient> {
  const client = new TestClient(url);
  const answer = await client.post('/api/session', { username, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`${username}: ${JSON.stringify(answer.body)}`);
  return client;
}

/** A fresh id for a draft. */
export function draftId(): string {
  return randomUUID();
}

// Failures of the loops show in the output of the test, where they explain a missing step.
function testLog() {
  const show = (fields: object, text: string): void => {
    const { err } = fields as { err?: Error };
    process.stderr.write(`${text} ${err?.stack ?? JSON.stringify(fields)}\n`);
  };
  return { info: () => undefined, warn: show, error: show };
}
