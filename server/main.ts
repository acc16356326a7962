import fs from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { DEMO_PASSWORD } from './seed/seed-demo.ts';
import { type RunningServer, startServer } from './start-server.ts';

const STOP_MS_MAX = 10_000;
const root = rootFolder(import.meta.dirname);

await main();

async function main(): Promise<void> {
  const config = configOrExit();
  const log = pino({ level: config.logLevel });
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const server = await startServer({ config, log, root, version: String(manifest.version) });
  log.info({ url: server.url, engine: server.engine?.address ?? config.zeebeAddress }, 'started');
  if (config.isDemo) say(`${server.url}  演示账号密码：${DEMO_PASSWORD}（clerk1、relief1 等）`);
  stopOnSignal(server, log);
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

function say(text: string): void {
  process.stdout.write(`云格 · ${text}\n`);
}

/** The folder with package.json, above the sources and above the bundle alike. */
function rootFolder(start: string): string {
  const parent = path.dirname(start);
  if (fs.existsSync(path.join(start, 'package.json')) || parent === start) return start;
  return rootFolder(parent);
}
