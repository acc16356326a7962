import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';
import { type RawClient, rawClient } from '../gateway/clients.ts';
import { serviceTask } from '../gateway/models.ts';

const ROUNDS = 3;
const CLIENTS = 8;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const MAIN = path.resolve('engine/main.ts');

/** What clients were told, by instance key. */
interface Told {
  readonly created: Map<string, string>;
  readonly completed: Set<string>;
  answers: number;
}

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
}

/** A small generator, so that a failing run can be repeated with its seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function startProcess(url: string): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, ZEEBE_GATEWAY_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /on (127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (address !== undefined) resolve({ child, address });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`Expected the engine to start, but: ${output}`)));
  });
}

function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Creates and completes until the engine is gone; only what was answered counts. */
async function work(client: RawClient, told: Told, onAnswer: () => void): Promise<void> {
  const poll = { type: 'kill-work', worker: 'w', timeout: 500, requestTimeout: -1 };
  try {
    for (;;) {
      const caseId = `case-${told.answers}-${told.created.size}`;
      const { processInstanceKey = '' } = await client.call('CreateProcessInstance', {
        bpmnProcessId: 'kill',
        version: -1,
        variables: JSON.stringify({ caseId }),
      });
      if (told.created.has(processInstanceKey)) throw new Error('Expected a new key');
      told.created.set(processInstanceKey, caseId);
      onAnswer();
      const messages = await client.collect('ActivateJobs', { ...poll, maxJobsToActivate: 2 });
      const [found] = messages as unknown as {
        jobs: { key: string; processInstanceKey: string }[];
      }[];
      for (const job of found?.jobs ?? []) {
        await client.call('CompleteJob', { jobKey: job.key, variables: '{}' });
        told.completed.add(job.processInstanceKey);
        onAnswer();
      }
    }
  } catch (error) {
    if ((error as { code?: number }).code === undefined) throw error;
  }
}

async function loadUntilKilled(url: string, told: Told, answers: number): Promise<void> {
  const { child, address } = await startProcess(url);
  const client = rawClient(address);
  const goal = told.answers + answers;
  const onAnswer = () => {
    told.answers += 1;
    if (told.answers === goal) child.kill('SIGKILL');
  };
  await Promise.all(Array.from({ length: CLIENTS }, () => work(client, told, onAnswer)));
  await exitOf(child);
  client.close();
}

describe('engine killed under load', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
    const { child, address } = await startProcess(database.url);
    const client = rawClient(address);
    const content = Buffer.from(serviceTask('kill', 'kill-work'));
    await client.call('DeployResource', { resources: [{ name: 'kill.bpmn', content }] });
    client.close();
    child.kill('SIGTERM');
    await exitOf(child);
    expect(child.exitCode).toBe(0);
  }, 60_000);

  afterAll(() => database.drop());

  it(`should lose nothing it has answered and do nothing twice (SEED=${SEED})`, async () => {
    // given
    const next = random(SEED);
    const told: Told = { created: new Map(), completed: new Set(), answers: 0 };

    // when
    for (let round = 0; round < ROUNDS; round += 1) {
      await loadUntilKilled(database.url, told, 50 + Math.floor(next() * 300));
    }

    // then
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const rows = async (text: string) => (await client.query<{ key: string }>(text)).rows;
    const open = new Set(
      (await rows('SELECT process_instance_key AS key FROM engine.job')).map(({ key }) => key),
    );
    const ended = await rows(
      `SELECT key FROM engine.event_log WHERE events LIKE '%"instance_ended"%'`,
    );
    const jobs = await rows('SELECT process_instance_key AS key FROM engine.job');
    await client.end();
    const endedKeys = new Set(ended.map(({ key }) => key));
    const lost = [...told.created.keys()].filter((key) => !open.has(key) && !endedKeys.has(key));
    expect(lost).toEqual([]);
    expect([...told.completed].filter((key) => open.has(key))).toEqual([]);
    expect([...told.completed].filter((key) => !endedKeys.has(key))).toEqual([]);
    expect(endedKeys.size).toBe(ended.length);
    expect(open.size).toBe(jobs.length);
    expect(told.created.size).toBeGreaterThan(50);
    expect([...open].filter((key) => endedKeys.has(key))).toEqual([]);
  }, 120_000);
});
