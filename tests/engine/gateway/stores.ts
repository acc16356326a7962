import type { StoreOptions } from '../../../engine/index.ts';
import { createDatabase } from '../../support/postgres.ts';

/** A store of a test file, with what must be done when the file ends. */
export interface TestStore {
  readonly options: StoreOptions;
  drop(): Promise<void>;
}

/** Both stores, for suites that must hold with either. */
export const testStores: readonly { readonly name: string; create(): Promise<TestStore> }[] = [
  {
    name: 'memory',
    create: async () => ({ options: { kind: 'memory' }, drop: async () => undefined }),
  },
  {
    name: 'PostgreSQL',
    create: async () => {
      const database = await createDatabase();
      return { options: { kind: 'postgres', url: database.url }, drop: database.drop };
    },
  },
];
