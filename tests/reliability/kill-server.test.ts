import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../support/free-port.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { liveThrough, type Story } from './family.ts';
import { ServerProcess } from './server-process.ts';

const KILLS = 20;
const FAMILIES_AT_ONCE = 3;
const UP_MS_MIN = 200;
const UP_MS_MAX = 2500;
const TEST_MS_MAX = 900_000;
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

let database: TestDatabase;
let server: ServerProcess;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yunge-kill-'));

beforeAll(async () => {
  database = await createDatabase();
  server = new ServerProcess(await freePort(), database.url, folder);
  await server.start();
}, TEST_MS_MAX);

afterAll(async () => {
  await server.stop();
  await database.drop();
  fs.rmSync(folder, { recursive: true, force: true });
}, TEST_MS_MAX);

describe(`kill -9 of the server (SEED=${SEED})`, () => {
  it(
    'should lose nothing that was acknowledged and do nothing twice',
    async () => {
      // given: families whose cases go on all the time
      const stories: Story[] = [];
      let isOver = false;
      const families = Array.from({ length: FAMILIES_AT_ONCE }, async () => {
        while (!isOver) stories.push(await liveThrough(server.url));
      });

      // when
      const random = generator(SEED);
      for (let kill = 0; kill < KILLS; kill += 1) {
        await wait(UP_MS_MIN + random() * (UP_MS_MAX - UP_MS_MIN));
        await server.kill();
        await server.start();
      }
      isOver = true;
      await Promise.all(families);

      // then
      expect(stories.length).toBeGreaterThanOrEqual(FAMILIES_AT_ONCE);
      const facts = await readFacts(stories.map(({ number }) => number));
      expect(facts.lost).toEqual([]);
      expect(facts.doubled).toEqual([]);
    },
    TEST_MS_MAX,
  );
});

/** What the database says: cases that are gone, steps or papers that exist twice. */
async function readFacts(numbers: readonly string[]) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const found = await client.query('SELECT number FROM app.case_file WHERE number = ANY($1)', [
    numbers,
  ]);
  const known = new Set(found.rows.map(({ number }) => number));
  const doubled = await client.query(
    `SELECT 'task ' || element_id AS what, case_id FROM app.task
       GROUP BY case_id, element_id HAVING count(*) > 1
     UNION ALL
     SELECT 'document ' || kind, case_id FROM app.document
       GROUP BY case_id, kind HAVING count(*) > 1
     UNION ALL
     SELECT 'opinion ' || element_id || user_id::text, case_id FROM app.opinion
       GROUP BY case_id, element_id, user_id HAVING count(*) > 1
     UNION ALL
     SELECT 'instance ' || bpmn_process_id, case_id FROM app.case_instance
       GROUP BY case_id, bpmn_process_id HAVING count(*) > 1`,
  );
  await client.end();
  return { lost: numbers.filter((number) => !known.has(number)), doubled: doubled.rows };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Mulberry32: the same kills for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
