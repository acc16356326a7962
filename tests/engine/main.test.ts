import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { rawClient } from './gateway/clients.ts';

const MAIN = path.resolve('engine/main.ts');

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the program; `onReady` gets its address and a way to send it a signal. */
function runMain(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  onReady?: (address: string, kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Ended> {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], { env });
  return new Promise((resolve) => {
    let output = '';
    let isReady = false;
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /on (127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (address === undefined || isReady) return;
      isReady = true;
      onReady?.(address, (signal) => child.kill(signal));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => resolve({ code, output }));
  });
}

describe('engine as a program of its own', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
  });

  afterAll(() => database.drop());

  it('should say in one line what to do when its port is taken', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    const ended = await runMain([], {
      DATABASE_URL: database.url,
      ZEEBE_GATEWAY_PORT: String(port),
    });
    server.close();
    expect(ended).toEqual({
      code: 1,
      output:
        `Expected 127.0.0.1:${port} to be free, but another program listens there: ` +
        'stop it, or set ZEEBE_GATEWAY_PORT to a free port\n',
    });
  });

  it.each([
    [[], { ZEEBE_GATEWAY_PORT: 'many' }, 'Expected ZEEBE_GATEWAY_PORT to be a port number'],
    [[], { DATABASE_URL: 'mysql://x' }, 'Expected DATABASE_URL to begin with postgres://'],
    [['--date', 'x'], {}, 'use --data DIR'],
  ])('should say in one line what is wrong: %j %j', async (args, environment, text) => {
    const ended = await runMain(args, environment);
    expect(ended.code).toBe(1);
    expect(ended.output).toContain(text);
    expect(ended.output.trim().split('\n')).toHaveLength(1);
  });

  it('should keep its data in a folder of its own and stop cleanly, a poll under way', async () => {
    // given
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yunge-main-'));
    fs.chmodSync(folder, 0o755);
    let polled: Promise<readonly object[]> = Promise.resolve([{}]);

    // when
    const ended = await runMain(
      ['--data', folder],
      { ZEEBE_GATEWAY_PORT: '0' },
      (address, kill) => {
        const client = rawClient(address);
        const poll = { type: 'x', worker: 'w', timeout: 1_000, maxJobsToActivate: 1 };
        polled = client.collect('ActivateJobs', poll).finally(() => client.close());
        void client.call('Topology', {}).then(() => kill('SIGINT'));
      },
    );

    // then
    expect(ended.code).toBe(0);
    expect(await polled).toEqual([]);
    expect(fs.existsSync(path.join(folder, 'pg', 'PG_VERSION'))).toBe(true);
    expect(fs.existsSync(path.join(folder, 'pg', 'postmaster.pid'))).toBe(false);
    fs.rmSync(folder, { recursive: true });
  }, 60_000);
});
