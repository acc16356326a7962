import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

// One throw-away PostgreSQL for the whole run; every test file makes its own database in it.
export default async function setUp() {
  if (process.env.TEST_DATABASE_URL) return;
  const { startEmbeddedPostgres } = await tsImport(
    '../../engine/store/postgres/embedded-postgres.ts',
    import.meta.url,
  );
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yunge-test-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'pg'), fsync: false });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.yungeTestPostgres = { server, folder };
}
