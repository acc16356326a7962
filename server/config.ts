import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Every setting of the server. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The address that citizens use, printed on papers. */
  readonly publicUrl: string;
  /** A PostgreSQL of one's own; the embedded one is started when it is absent. */
  readonly databaseUrl: string | undefined;
  /** A Zeebe gateway; the embedded engine is started when it is absent. */
  readonly zeebeAddress: string | undefined;
  readonly enginePort: number;
  readonly dataFolder: string;
  /** Demo data and the printed demo accounts; never in production. */
  readonly isDemo: boolean;
  readonly identityKey: string;
  readonly logLevel: string;
  readonly triesPerMinute: number;
}

/** A setting that is missing or wrong; the message is one line that names it. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];
const KEY_LENGTH_MIN = 16;

/** Reads and checks the settings; the first that is wrong stops the program. */
export function readConfig(environment: Environment): Config {
  const isProduction = environment.NODE_ENV === 'production';
  const host = environment.HOST ?? '127.0.0.1';
  const port = portOf(environment, 'PORT', 8080);
  const dataFolder = path.resolve(environment.DATA_DIR ?? 'data');
  const isDemo = flagOf(environment, 'DEMO', !isProduction);
  if (isProduction && isDemo) throw new ConfigError('DEMO: demo data is refused in production.');
  return {
    host,
    port,
    publicUrl: urlOf(environment, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://${host}:${port}`,
    databaseUrl: urlOf(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    zeebeAddress: environment.ZEEBE_ADDRESS || undefined,
    enginePort: portOf(environment, 'ENGINE_PORT', 26_500),
    dataFolder,
    isDemo,
    identityKey: identityKeyOf(environment, dataFolder, isProduction),
    logLevel: choiceOf(environment, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    triesPerMinute: numberOf(environment, 'TRIES_PER_MINUTE', 10, [1, 10_000]),
  };
}

function portOf(environment: Environment, name: string, fallback: number): number {
  return numberOf(environment, name, fallback, [0, 65_535]);
}

function numberOf(
  environment: Environment,
  name: string,
  fallback: number,
  [min, max]: readonly [number, number],
): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new ConfigError(`${name}: expected a whole number from ${min} to ${max}, got '${text}'.`);
}

function flagOf(environment: Environment, name: string, fallback: boolean): boolean {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  if (['1', 'true', 'yes'].includes(text)) return true;
  if (['0', 'false', 'no'].includes(text)) return false;
  throw new ConfigError(`${name}: expected true or false, got '${text}'.`);
}

function choiceOf(
  environment: Environment,
  name: string,
  choices: readonly string[],
  fallback: string,
): string {
  const text = environment[name] || fallback;
  if (choices.includes(text)) return text;
  throw new ConfigError(`${name}: expected one of ${choices.join(', ')}, got '${text}'.`);
}

function urlOf(
  environment: Environment,
  name: string,
  protocols: readonly string[],
): string | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) {
    return text.replace(/\/$/, '');
  }
  throw new ConfigError(`${name}: expected an address with ${protocols.join(' or ')}.`);
}

// Hashes of identity numbers must survive a restart; in production the key comes from outside.
function identityKeyOf(environment: Environment, folder: string, isProduction: boolean): string {
  const given = environment.IDENTITY_KEY;
  if (given !== undefined && given.length >= KEY_LENGTH_MIN) return given;
  if (given !== undefined || isProduction) {
    throw new ConfigError(`IDENTITY_KEY: expected a secret of ${KEY_LENGTH_MIN} characters.`);
  }
  const file = path.join(folder, 'identity.key');
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim();
  const key = randomBytes(32).toString('base64url');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}
