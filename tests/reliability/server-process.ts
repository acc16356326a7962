import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { until } from '../support/until.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const START_MS_MAX = 120_000;

/** The built server as a process of its own, to be killed and started again. */
export class ServerProcess {
  readonly url: string;
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;

  constructor(port: number, databaseUrl: string, dataFolder: string) {
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      ENGINE_PORT: '0',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataFolder,
      IDENTITY_KEY: 'identity-key-of-the-tests',
      LOG_LEVEL: 'error',
      TRIES_PER_MINUTE: '10000',
    };
  }

  async start(): Promise<void> {
    const program = path.join(ROOT, 'dist', 'server', 'main.js');
    const child = spawn(process.execPath, [program], {
      cwd: ROOT,
      env: this.#environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
    await until(
      'the server to be ready',
      async () => {
        if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
        const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
        return answer?.ok ?? false;
      },
      START_MS_MAX,
    );
  }

  /** kill -9: nothing can be tidied up. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
