import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { entities } from './entities/index.ts';
import { migrations } from './migrations/index.ts';
import { runSql } from './run-sql.ts';

/** The schema that holds the tables of the application. */
export const DEFAULT_SCHEMA = 'app';

const POOL_MAX = 10;
const MIGRATION_LOCK = 219_921;

/** How to open the database. */
export interface DatabaseOptions {
  readonly schema?: string;
  readonly poolMax?: number;
  /** Receives what the ORM has to say; nothing is written anywhere when it is left out. */
  readonly log?: (message: string) => void;
}

/** The open database: entity managers come from `orm.em.fork()`. */
export interface Database {
  readonly orm: MikroORM;
  /** Brings the schema to the version of this program. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database of the application; the tables appear with `migrate()`. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const orm = await MikroORM.init(configuration(url, options));
  return {
    orm,
    migrate: async () => {
      await migrateAlone(orm);
    },
    close: () => orm.close(true),
  };
}

// Two servers that start together on one database must not both make the tables.
async function migrateAlone(orm: MikroORM): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await runSql(em, 'select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await orm.getMigrator().up();
  });
}

function configuration(url: string, options: DatabaseOptions): Options {
  const schema = options.schema ?? DEFAULT_SCHEMA;
  return {
    clientUrl: url,
    schema,
    entities: [...entities],
    extensions: [Migrator],
    ignoreUndefinedInQuery: true,
    forceUtcTimezone: true,
    logger: options.log ?? (() => undefined),
    pool: { min: 0, max: options.poolMax ?? POOL_MAX },
    // Hand-written statements name tables without the schema.
    driverOptions: { connection: { options: `-c search_path=${schema}` } },
    schemaGenerator: { ignoreSchema: ['engine', 'public'] },
    migrations: {
      tableName: 'migration',
      transactional: true,
      allOrNothing: true,
      disableForeignKeys: false,
      snapshot: false,
      migrationsList: migrations,
    },
  };
}
