import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../support/free-port.ts';

const VERSION = '8.5.8';
const ARTIFACT = `io.camunda:camunda-zeebe:${VERSION}:tar.gz`;
const JAVA_MIN = 21;
const READY_MS_MAX = 120_000;

/** A real Zeebe broker on loopback, without exporters, whose clock the tests move. */
export interface RealBroker {
  readonly address: string;
  /** Address of the management port, which serves the controlled clock. */
  readonly management: string;
  stop(): Promise<void>;
}

/** Fetches (once) and starts a broker; gives the reason in one line where that cannot be done. */
export async function startRealBroker(): Promise<RealBroker | string> {
  const javaHome = findJava();
  if (javaHome === undefined) return `a JDK ${JAVA_MIN} or newer is missing`;
  const home = fetchDistribution();
  if (home === undefined) return `Maven could not fetch ${ARTIFACT}`;
  const [gateway, command, internal, web, management] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  );
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'yunge-zeebe-'));
  const child = spawn(path.join(home, 'bin', 'broker'), {
    env: {
      ...process.env,
      JAVA_HOME: javaHome,
      PATH: `${path.join(javaHome, 'bin')}:${process.env.PATH}`,
      JAVA_OPTS: '-Xms512m -Xmx1g',
      SERVER_ADDRESS: '127.0.0.1',
      SERVER_PORT: String(web),
      MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
      MANAGEMENT_SERVER_PORT: String(management),
      ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
      ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(command),
      ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(internal),
      ZEEBE_BROKER_GATEWAY_ENABLE: 'true',
      ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
      ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(gateway),
      ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT: '1',
      ZEEBE_BROKER_DATA_DIRECTORY: data,
      ZEEBE_CLOCK_CONTROLLED: 'true',
      ZEEBE_BROKER_THREADS_CPUTHREADCOUNT: '2',
      ZEEBE_BROKER_THREADS_IOTHREADCOUNT: '2',
    },
    stdio: 'ignore',
    detached: true,
  });
  const managementUrl = `http://127.0.0.1:${management}`;
  const stop = () => end(child, data);
  if (!(await isReady(managementUrl, child))) {
    await stop();
    return `Zeebe ${VERSION} did not become ready in ${READY_MS_MAX / 1000} s`;
  }
  return { address: `127.0.0.1:${gateway}`, management: managementUrl, stop };
}

/** Moves the broker's clock forward, so that its timers and deadlines fall due. */
export async function addToClock(management: string, offsetMilli: number): Promise<void> {
  const response = await fetch(`${management}/actuator/clock/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offsetMilli }),
  });
  if (!response.ok) throw new Error(`Expected the clock to move, but: HTTP ${response.status}`);
}

function findJava(): string | undefined {
  const folders = ['/usr/lib/jvm', '/opt/java', '/Library/Java/JavaVirtualMachines'];
  const installed = folders
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)));
  const candidates = [process.env.JAVA_HOME ?? '', ...installed].filter(Boolean);
  return candidates.find((home) => javaVersion(home) >= JAVA_MIN);
}

function javaVersion(home: string): number {
  const { stderr } = spawnSync(path.join(home, 'bin', 'java'), ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

/** The distribution is kept outside the repository, so that it is fetched once a machine. */
function fetchDistribution(): string | undefined {
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'yunge');
  const home = path.join(cache, `camunda-zeebe-${VERSION}`);
  if (fs.existsSync(path.join(home, 'bin', 'broker'))) return home;
  fs.mkdirSync(cache, { recursive: true });
  const download = fs.mkdtempSync(path.join(cache, 'download-'));
  try {
    const goal = ['-q', '-B', 'dependency:copy', `-Dartifact=${ARTIFACT}`];
    execFileSync('mvn', [...goal, `-DoutputDirectory=${download}`], { stdio: 'ignore' });
    const archive = fs.readdirSync(download).find((name) => name.endsWith('.tar.gz')) ?? '';
    execFileSync('tar', ['-xzf', path.join(download, archive), '-C', download]);
    fs.renameSync(path.join(download, `camunda-zeebe-${VERSION}`), home);
    return home;
  } catch {
    return undefined;
  } finally {
    fs.rmSync(download, { recursive: true, force: true });
  }
}

async function isReady(management: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_MS_MAX;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${management}/actuator/health/readiness`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** The broker's script starts a JVM of its own: the whole process group has to end. */
function end(child: ChildProcess, data: string): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      fs.rmSync(data, { recursive: true, force: true });
      resolve();
    };
    if (child.exitCode !== null || child.pid === undefined) return finish();
    child.once('exit', finish);
    process.kill(-child.pid, 'SIGKILL');
  });
}
