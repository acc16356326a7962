import { Broker } from './broker/broker.ts';
import { type Clock, systemClock } from './broker/clock.ts';
import { type Logger, silentLogger } from './broker/logger.ts';
import { type Gateway, startGateway } from './gateway/gateway.ts';
import { MemoryStore } from './store/memory/store.ts';
import type { Store } from './store/port.ts';
import { PostgresStore } from './store/postgres/store.ts';

export type { Clock } from './broker/clock.ts';
export type { Logger } from './broker/logger.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './store/postgres/embedded-postgres.ts';

/** Where the engine keeps what it must not forget; memory is for tests and trials. */
export type StoreOptions =
  | { readonly kind: 'memory' }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema?: string };

/** How an engine is started. */
export interface EngineOptions {
  readonly store: StoreOptions;
  readonly host?: string;
  /** 0 means any free port. */
  readonly port: number;
  readonly clock?: Clock;
  /** IANA zone of calendar durations and local times; Asia/Shanghai when absent. */
  readonly zone?: string;
  readonly logger?: Logger;
}

/** A running engine: a broker and its gateway. */
export interface Engine {
  /** Host and port that clients connect to. */
  readonly address: string;
  readonly port: number;
  /** Runs what is due by the clock now; tests move the clock, then call it. */
  wake(): Promise<void>;
  /** Answers what is under way and stops. */
  stop(): Promise<void>;
}

/** Starts an engine that serves Zeebe's gateway protocol. Throws when it cannot. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { host = '127.0.0.1', port, clock = systemClock, logger = silentLogger } = options;
  const { zone = 'Asia/Shanghai' } = options;
  const broker = new Broker({ store: createStore(options.store), clock, logger, zone });
  await broker.start();
  let gateway: Gateway;
  try {
    gateway = await startGateway({ broker, host, port, logger });
  } catch (cause) {
    await broker.stop();
    throw cause;
  }
  return {
    address: `${host}:${gateway.port}`,
    port: gateway.port,
    wake: () => broker.wake(),
    async stop() {
      await gateway.stop();
      await broker.stop();
    },
  };
}

function createStore(options: StoreOptions): Store {
  switch (options.kind) {
    case 'memory':
      return new MemoryStore();
    case 'postgres':
      return new PostgresStore({ url: options.url, schema: options.schema ?? 'engine' });
    default:
      return options satisfies never;
  }
}
