import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  type EmbeddedPostgres,
  type Engine,
  startEmbeddedPostgres,
  startEngine,
} from '../engine/index.ts';
import { loadProcesses } from '../processes/load.ts';
import { loadOfficeTemplates } from './access/templates.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database/connection.ts';
import { openRecords } from './database/records.ts';
import { NoticePrinter } from './documents/notice-printer.ts';
import { makeHttpApp } from './http/app.ts';
import { ContentCatalog } from './process-catalog.ts';
import { loadDemoCounty } from './seed/demo-county.ts';
import { loadHolidayNotices } from './seed/holidays.ts';
import { seedCalendar } from './seed/seed-calendar.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { StaffAccess } from './staff-access.ts';
import type { Deps } from './usecases/deps.ts';
import type { Clock } from './usecases/ports/clock.ts';
import type { Records } from './usecases/ports/records.ts';
import { HUMAN_LEASE_MS } from './workflow/cancelled-task-probe.ts';
import { BpmnLinter } from './workflow/definition-linter.ts';
import { deployProcesses } from './workflow/deploy-processes.ts';
import type { EngineClient } from './workflow/engine-client.ts';
import type { Log } from './workflow/log.ts';
import { makeWorkflow } from './workflow/workflow.ts';
import { openZeebeClient } from './workflow/zeebe-client.ts';

const ENGINE_READY_MS_MAX = 60_000;

/** What a server is started with; tests give a clock that they move. */
export interface ServerOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock?: Clock;
  /** The folder that holds `processes`, `server`, `forms` and `dist`. */
  readonly root: string;
  readonly version: string;
}

/** A running server. */
export interface RunningServer {
  readonly url: string;
  readonly deps: Deps;
  /** Present when the embedded engine serves it. */
  readonly engine: Engine | undefined;
  stop(): Promise<void>;
}

type Closing = () => Promise<unknown>;

/** Starts everything in its order; what was started stops again when a later step fails. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closings: Closing[] = [];
  try {
    return await startAll(options, closings);
  } catch (error) {
    await closeAll(closings);
    throw error;
  }
}

async function startAll(options: ServerOptions, closings: Closing[]): Promise<RunningServer> {
  const { config, log, version } = options;
  const clock = options.clock ?? { now: () => Date.now() };
  const databaseUrl = await databaseOf(config, log, closings);
  const database = await openDatabase(databaseUrl);
  closings.push(() => database.close());
  await database.migrate();
  await seed(options, database, clock);
  // The ORM cannot know the types of the port; its test proves that they fit.
  const records = openRecords(database.orm) as unknown as Records;
  const engine = await engineOf(config, { databaseUrl, clock, closings });
  const client = await openZeebeClient({ address: config.zeebeAddress ?? engine?.address ?? '' });
  closings.push(() => client.close());
  await engineReady(client);
  const deps = await wire(options, { records, clock, client });
  const workflow = makeWorkflow(client, log);
  const wired: Deps = { ...deps, wakeOutbox: workflow.wakeOutbox };
  workflow.start(wired);
  closings.push(() => workflow.stop());
  const readiness = {
    database: () => answers(() => records.transaction((tx) => tx.query('select 1', []))),
    engine: () => client.isReady(),
  };
  const webFolder = path.join(options.root, 'dist', 'web');
  const { triesPerMinute } = config;
  const app = makeHttpApp({ deps: wired, readiness, log, webFolder, version, triesPerMinute });
  const server = await listen(createServer(app), config);
  closings.push(() => close(server));
  const { port } = server.address() as AddressInfo;
  const url = `http://${config.host}:${port}`;
  return { url, deps: wired, engine, stop: () => closeAll(closings) };
}

async function databaseOf(config: Config, log: Log, closings: Closing[]): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  fs.mkdirSync(config.dataFolder, { recursive: true });
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres({
    dataDir: path.join(config.dataFolder, 'postgres'),
    log: (line) => log.info({ line }, 'postgres'),
  });
  closings.push(() => postgres.stop());
  return postgres.url;
}

async function seed(options: ServerOptions, database: Database, clock: Clock): Promise<void> {
  const { config, root } = options;
  const now = clock.now();
  const folder = path.join(root, 'server', 'seed');
  await seedCalendar(database, loadHolidayNotices(path.join(folder, 'holidays')), now);
  if (!config.isDemo) return;
  const county = loadDemoCounty(path.join(folder, 'demo'));
  const templates = loadOfficeTemplates(path.join(root, 'server', 'access', 'templates'));
  await seedDemo(database, { county, templates, identityKey: config.identityKey, now });
}

async function engineOf(
  config: Config,
  { databaseUrl, clock, closings }: { databaseUrl: string; clock: Clock; closings: Closing[] },
): Promise<Engine | undefined> {
  if (config.zeebeAddress !== undefined) return undefined;
  const store = { kind: 'postgres', url: databaseUrl, schema: 'engine' } as const;
  const engine = await startEngine({ store, host: '127.0.0.1', port: config.enginePort, clock });
  closings.push(() => engine.stop());
  return engine;
}

async function engineReady(client: EngineClient): Promise<void> {
  const deadline = Date.now() + ENGINE_READY_MS_MAX;
  while (!(await client.isReady())) {
    if (Date.now() > deadline) throw new Error('Expected the engine to be ready, but it is not');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function wire(
  options: ServerOptions,
  { records, clock, client }: { records: Records; clock: Clock; client: EngineClient },
): Promise<Deps> {
  const { config, root } = options;
  const contents = loadProcesses({
    processes: path.join(root, 'processes'),
    fragments: path.join(root, 'forms', 'fragments'),
  });
  const catalog = new ContentCatalog(contents);
  const access = new StaffAccess({
    records,
    clock,
    templates: loadOfficeTemplates(path.join(root, 'server', 'access', 'templates')),
    policies: [...contents.values()].flatMap(({ roles }) => roles),
  });
  await access.refresh();
  const shipped = [...contents.values()].map(({ key, name, files }) => ({
    key,
    name: name.zh,
    files,
  }));
  for (const row of await deployProcesses({ records, clock, engine: client }, shipped)) {
    catalog.publish(row);
  }
  return {
    records,
    clock,
    access,
    processes: catalog,
    engine: {
      isJobAlive: async (key) => (await client.extendLease(key, HUMAN_LEASE_MS)) !== 'gone',
      deploy: (files) => client.deploy(files),
    },
    linter: new BpmnLinter(),
    printer: new NoticePrinter(),
    wakeOutbox: () => undefined,
    identityKey: config.identityKey,
    publicUrl: config.publicUrl,
    isDemo: config.isDemo,
  };
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  return ask().then(
    () => true,
    () => false,
  );
}

function listen(server: Server, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

// The newest first, so that nothing loses what it stands on.
async function closeAll(closings: Closing[]): Promise<void> {
  for (let closing = closings.pop(); closing !== undefined; closing = closings.pop()) {
    await closing();
  }
}
