import pg from 'pg';
import { migrations } from './schema.ts';

/** How long a predecessor may take to let go of its lock; a killed one loses it at once. */
const LOCK_MS_MAX = 10_000;
const LOCK_RETRY_MS = 50;

/** Where the tables are. */
export interface PostgresStoreOptions {
  readonly url: string;
  readonly schema: string;
  /** How long to wait for a predecessor to let go of the schema. */
  readonly lockMsMax?: number;
}

/**
 * Opens the one connection of a store: it holds the lock of the single writer, so a writer that
 * has lost its connection has lost the right to write with it.
 */
export async function connect(options: PostgresStoreOptions): Promise<pg.Client> {
  const { url, schema, lockMsMax = LOCK_MS_MAX } = options;
  const client = new pg.Client({ connectionString: url, application_name: 'yunge engine' });
  // A lost connection shows itself in the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await lock(client, schema, lockMsMax);
    await prepare(client, schema);
    await migrate(client);
  } catch (cause) {
    await client.end();
    throw cause;
  }
  return client;
}

async function lock(client: pg.Client, schema: string, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended('yunge engine ' || $1, 0)) AS locked",
      [schema],
    );
    if (rows[0]?.locked === true) return;
    if (Date.now() > deadline) {
      throw new Error(
        `Expected to be the only engine on schema '${schema}' of this database, but another one ` +
          'runs: stop it, or choose another database',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
  }
}

async function prepare(client: pg.Client, schema: string): Promise<void> {
  const name = pg.escapeIdentifier(schema);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${name}`);
  await client.query(`SET search_path TO ${name}`);
  // Much cheaper than the default for large variables; not every PostgreSQL is built with it.
  await client.query(`
    SELECT set_config('default_toast_compression', 'lz4', false) FROM pg_settings
    WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)`);
}

async function migrate(client: pg.Client): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)');
  const { rows } = await client.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM schema_version',
  );
  const done = rows[0]?.version ?? 0;
  if (done > migrations.length) {
    throw new Error(
      `Expected a database of schema version ${migrations.length} or older, but it has ${done}: ` +
        'it was written by a newer program',
    );
  }
  for (const [place, text] of migrations.entries()) {
    if (place < done) continue;
    await client.query(`BEGIN; ${text}; INSERT INTO schema_version VALUES (${place + 1}); COMMIT`);
  }
}
