/**
 * Measures whole instances over gRPC: create, activate, complete, for one client and for many, with
 * both stores in one run. Times of a shared machine say little, ratios say more.
 *
 *   node --import tsx tests/performance/engine-bench.ts [seconds for each figure]
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { type Engine, startEmbeddedPostgres, startEngine } from '../../engine/index.ts';
import { type RawClient, rawClient } from '../engine/gateway/clients.ts';
import { serviceTask } from '../engine/gateway/models.ts';

const SECONDS = Number(process.argv[2] ?? 5);
const WARM_UP_SECONDS = 3;
const CLIENTS = [1, 32] as const;
const VARIABLES = JSON.stringify({
  caseId: '2b0f6a52-0000-4000-8000-000000000000',
  unitCode: '219921101000',
  applicant: '甲一',
  amountFen: 120_000,
  reason: '因病致困，申请临时救助',
});

function complain(fields: object, message: string): void {
  process.stderr.write(`${message} ${inspect(fields)}\n`);
}

const logger = { info: () => undefined, warn: complain, error: complain };

interface Figure {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of clients, gateway and engine together; PostgreSQL's is not in it. */
  readonly cpuMicros: number;
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yunge-bench-'));
  fs.chmodSync(folder, 0o755);
  const database = await startEmbeddedPostgres({ dataDir: path.join(folder, 'pg') });
  try {
    const memory = await measure(await startEngine({ store: { kind: 'memory' }, port: 0, logger }));
    const store = { kind: 'postgres' as const, url: database.url };
    const postgres = await measure(await startEngine({ store, port: 0, logger }));
    CLIENTS.forEach((clients, place) => {
      print('memory', clients, memory[place]);
      print('postgres', clients, postgres[place]);
      const ratio = (postgres[place]?.perSecond ?? 0) / (memory[place]?.perSecond ?? 1);
      process.stdout.write(`${clients} clients: PostgreSQL / memory = ${ratio.toFixed(2)}\n`);
    });
  } finally {
    await database.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function print(store: string, clients: number, figure: Figure | undefined): void {
  if (figure === undefined) return;
  const { perSecond, p50Ms, p99Ms, cpuMicros } = figure;
  process.stdout.write(
    `${store.padEnd(8)} ${String(clients).padStart(3)} clients: ${perSecond.toFixed(0)} ` +
      `instances/s, p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms, ` +
      `${cpuMicros.toFixed(0)} µs of processor time each\n`,
  );
}

async function measure(engine: Engine): Promise<readonly Figure[]> {
  const client = rawClient(engine.address);
  const content = Buffer.from(serviceTask('bench', 'bench-work'));
  await client.call('DeployResource', { resources: [{ name: 'bench.bpmn', content }] });
  const figures: Figure[] = [];
  for (const clients of CLIENTS) {
    await load(client, clients, WARM_UP_SECONDS);
    figures.push(await load(client, clients, SECONDS));
  }
  client.close();
  await engine.stop();
  return figures;
}

async function load(client: RawClient, clients: number, seconds: number): Promise<Figure> {
  const until = performance.now() + seconds * 1_000;
  const times: number[] = [];
  const before = process.cpuUsage();
  const loop = async () => {
    while (performance.now() < until) {
      const begin = performance.now();
      await runInstance(client);
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: clients }, loop));
  const { user, system } = process.cpuUsage(before);
  times.sort((left, right) => left - right);
  const at = (part: number) => times[Math.floor(times.length * part)] ?? 0;
  const cpuMicros = (user + system) / times.length;
  return { perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), cpuMicros };
}

/** Any waiting job will do: as many are completed as are created. */
async function runInstance(client: RawClient): Promise<void> {
  await client.call('CreateProcessInstance', {
    bpmnProcessId: 'bench',
    version: -1,
    variables: VARIABLES,
  });
  const poll = { type: 'bench-work', worker: 'bench', timeout: 60_000, maxJobsToActivate: 1 };
  const messages = await client.collect('ActivateJobs', { ...poll, requestTimeout: -1 });
  const [found] = messages as unknown as { jobs: { key: string }[] }[];
  for (const { key } of found?.jobs ?? []) {
    await client.call('CompleteJob', { jobKey: key, variables: '{"approved":true}' });
  }
}

await main();
