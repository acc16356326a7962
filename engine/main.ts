import path from 'node:path';
import { parseArgs } from 'node:util';
import { type EmbeddedPostgres, type Engine, startEmbeddedPostgres, startEngine } from './index.ts';

const DEFAULT_PORT = 26_500;
const STOP_MS_MAX = 10_000;

/** A setting that is wrong; its message says what to do, in one line. */
class SettingError extends Error {}

interface Settings {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  let dataDir: string | undefined;
  try {
    const options = { data: { type: 'string' as const } };
    dataDir = parseArgs({ args: [...args], options }).values.data;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingError(`${reason}: use --data DIR, or set DATABASE_URL`, { cause });
  }
  return {
    host: environment.ZEEBE_GATEWAY_HOST ?? '127.0.0.1',
    port: readPort(environment.ZEEBE_GATEWAY_PORT),
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
    dataDir: path.resolve(dataDir ?? 'data'),
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SettingError(`Expected ZEEBE_GATEWAY_PORT to be a port number, but it is '${text}'`);
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^postgres(ql)?:\/\//.test(text)) return text;
  throw new SettingError(
    'Expected DATABASE_URL to begin with postgres://, but it does not: correct it, or unset it to ' +
      'use an own database',
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const logger = {
  info: (_fields: object, message: string) => say(message),
  warn: (fields: object, message: string) => complain(fields, message),
  error: (fields: object, message: string) => complain(fields, message),
};

function complain(fields: object, message: string): void {
  const cause = 'err' in fields ? fields.err : undefined;
  const detail = cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(fields);
  process.stderr.write(`${message}: ${detail}\n`);
}

async function run(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  const { host, port, databaseUrl, dataDir } = settings;
  let database: EmbeddedPostgres | undefined;
  if (databaseUrl === undefined) {
    database = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'pg'), log: say });
  }
  const url = databaseUrl ?? database?.url ?? '';
  let engine: Engine;
  try {
    engine = await startEngine({ store: { kind: 'postgres', url }, host, port, logger });
  } catch (cause) {
    await database?.stop();
    throw explain(cause, settings);
  }
  stopOnSignal(engine, database);
  say(`the engine serves the Zeebe gateway protocol on ${engine.address}`);
}

/** The few things that go wrong at a start get a line that says what to do. */
function explain(cause: unknown, { host, port }: Settings): unknown {
  const text = cause instanceof Error ? cause.message : String(cause);
  if (!/EADDRINUSE|No address added/.test(text)) return cause;
  return new SettingError(
    `Expected ${host}:${port} to be free, but another program listens there: stop it, or set ` +
      'ZEEBE_GATEWAY_PORT to a free port',
    { cause },
  );
}

function stopOnSignal(engine: Engine, database: EmbeddedPostgres | undefined): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
    void engine
      .stop()
      .then(() => database?.stop())
      .then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

try {
  await run();
} catch (cause) {
  const text = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(
    `${cause instanceof SettingError ? text : `the engine did not start: ${text}`}\n`,
  );
  process.exit(1);
}
