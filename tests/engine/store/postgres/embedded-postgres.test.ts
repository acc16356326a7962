import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../../engine/store/postgres/embedded-postgres.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yunge-launcher-'));
fs.chmodSync(folder, 0o755);
const dataDir = path.join(folder, 'pg');

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('embedded PostgreSQL', () => {
  it('should keep its data over a stop and adopt a server that was left running', async () => {
    // given
    const first = await startEmbeddedPostgres({ dataDir, fsync: false });
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');

    // when: a second start finds the first server running
    const second = await startEmbeddedPostgres({ dataDir, fsync: false });

    // then
    expect(second.adopted).toBe(true);
    expect(second.port).toBe(first.port);
    await second.stop();
    const third = await startEmbeddedPostgres({ dataDir, fsync: false });
    expect(third.adopted).toBe(false);
    expect(await query(third.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await third.stop();
  });
});
