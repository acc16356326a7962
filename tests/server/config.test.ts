import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../server/config.ts';

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yunge-config-'));
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the configuration', () => {
  it('should need nothing on a new machine and listen to this machine only', () => {
    const config = readConfig({ DATA_DIR: folder });
    expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, isDemo: true });
  });

  it('should keep the key for identity hashes over a restart', () => {
    const [first, second] = [readConfig({ DATA_DIR: folder }), readConfig({ DATA_DIR: folder })];
    expect(first.identityKey).toBe(second.identityKey);
  });

  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ PUBLIC_URL: 'here' }, 'PUBLIC_URL'],
    [{ DEMO: 'maybe' }, 'DEMO'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ NODE_ENV: 'production', DEMO: 'true' }, 'DEMO'],
    [{ NODE_ENV: 'production' }, 'IDENTITY_KEY'],
    [{ IDENTITY_KEY: 'short' }, 'IDENTITY_KEY'],
  ])('should refuse %j by naming %s', (environment, name) => {
    expect(() => readConfig({ DATA_DIR: folder, ...environment })).toThrow(new RegExp(`^${name}:`));
  });
});
