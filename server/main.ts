import fs from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { type Config, ConfigError, readConfig } from './config.ts';
import { type RunningServer, startServer } from './start-server.ts';
import { welcome } from './welcome.ts';

const STOP_MS_MAX = 10_000;
const root = rootFolder(import.meta.dirname);

await main();

async function main(): Promise<void> {
  const config = configOrExit();
  const log = pino({ level: config.logLevel });
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const options = { config, log, root, version: String(manifest.version) };
  const server = await startServer(options).catch((error: unknown) => exitFor(error, config));
  log.info({ url: server.url, engine: server.engine?.address ?? config.zeebeAddress }, 'started');
  process.stdout.write(welcome(server.url, config.isDemo));
  stopOnSignal(server, log);
}

/** One line that says what to do, where the cause is one that a person can mend. */
function exitFor(error: unknown, { port, enginePort, dataFolder }: Config): never {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const lines: readonly (readonly [boolean, string])[] = [
    [
      code === 'EADDRINUSE' && text.includes(`:${port}`),
      `PORT: ${port} is taken; set PORT to another one or stop the program that uses it.`,
    ],
    [
      /EADDRINUSE|No address added/.test(text),
      `ENGINE_PORT: ${enginePort} is taken; set ENGINE_PORT to another one (0 takes a free one).`,
    ],
    [
      code === 'ENOSPC' || /No space left on device/.test(text),
      `The disk of ${dataFolder} is full: free some space and start again.`,
    ],
    [code === 'ECONNREFUSED', `DATABASE_URL: no PostgreSQL answers there (${text}).`],
  ];
  const line = lines.find(([applies]) => applies)?.[1];
  if (line === undefined) throw error;
  process.stderr.write(`云格 · ${line}\n`);
  process.exit(1);
}

function configOrExit() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`云格 · ${error.message}\n`);
    process.exit(1);
  }
}

function stopOnSignal(server: RunningServer, log: { info(text: string): void }): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping');
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop());
  }
}

/** The folder with package.json, above the sources and above the bundle alike. */
function rootFolder(start: string): string {
  const parent = path.dirname(start);
  if (fs.existsSync(path.join(start, 'package.json')) || parent === start) return start;
  return rootFolder(parent);
}
