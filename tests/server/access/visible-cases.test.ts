import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { type AccessInput, makeAccess } from '../../../server/access/access.ts';
import type { Holding } from '../../../server/access/holders.ts';
import type { PolicyRow } from '../../../server/access/policy-row.ts';
import { allPositionCodes } from '../../../server/access/templates.ts';
import { accessInput, UNITS, VILLAGE } from '../../support/access-fixture.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

const PROCESSES = ['temporary-relief', 'grid-event', 'hotline-order'] as const;
const USERS = ['a', 'b', 'c'] as const;
const RUNS = 80;

const templates = accessInput().templates;
const positions = [...templates.values()].flatMap(allPositionCodes);
const unitCodes = UNITS.map(({ code }) => code);

const holdingArbitrary: fc.Arbitrary<Holding> = fc.record({
  userId: fc.constantFrom(...USERS),
  // Few posts, so that rules and appointments meet often.
  positionCode: fc.constantFrom(...positions.filter((_, at) => at % 9 === 0)),
  unitCode: fc.constantFrom(...unitCodes),
  isDelegated: fc.boolean(),
});

const ruleArbitrary: fc.Arbitrary<PolicyRow> = fc.record({
  subject: fc.constantFrom(...positions.filter((_, at) => at % 9 === 0), 'base:village_any'),
  scope: fc.constantFrom('exact' as const, 'subtree' as const, 'any' as const),
  object: fc.constantFrom(
    ...PROCESSES.map((key) => `proc:${key}`),
    'proc:*',
    'proc:*/step:voucher',
    'proc:grid-event/step:verify',
    'data:person.L4',
  ),
  action: fc.constantFrom('accept', 'read', '*', 'pay'),
  condition: fc.constant('true'),
  effect: fc.constantFrom('allow' as const, 'allow' as const, 'allow' as const, 'deny' as const),
});

describe('visible cases', () => {
  let server: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    server = await createDatabase();
    client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('create table case_file (process_key text, unit_code text)');
    await client.query(
      'insert into case_file select p, u from unnest($1::text[]) p, unnest($2::text[]) u',
      [PROCESSES, unitCodes],
    );
  });

  afterAll(async () => {
    await client.end();
    await server.drop();
  });

  async function listed(input: AccessInput, userId: string): Promise<string[]> {
    const access = await makeAccess(input);
    const { sql, parameters } = access.visibleCases(userId);
    let number = 0;
    const numbered = sql.replaceAll('?', () => {
      number += 1;
      return `$${number}`;
    });
    const { rows } = await client.query(`select * from case_file c where ${numbered}`, [
      ...parameters,
    ]);
    return rows.map((row) => `${row.process_key} ${row.unit_code}`).sort();
  }

  async function allowedOneByOne(input: AccessInput, userId: string): Promise<string[]> {
    const access = await makeAccess(input);
    return PROCESSES.flatMap((key) =>
      unitCodes
        .filter((unitCode) => access.may(userId, 'read', `proc:${key}`, { unitCode }).isAllowed)
        .map((unitCode) => `${key} ${unitCode}`),
    ).sort();
  }

  it('should give the relief officer of a town the cases of that town', async () => {
    const input = accessInput();
    const list = await listed(input, 'relief');
    expect(list).toEqual(await allowedOneByOne(input, 'relief'));
    expect(list).toContain(`temporary-relief ${VILLAGE}`);
    expect(await listed(input, 'nobody')).toEqual([]);
  });

  it('should list exactly what casbin allows, for random rules and appointments', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(ruleArbitrary, {
          selector: (row) => JSON.stringify(row),
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(holdingArbitrary, { minLength: 1, maxLength: 10 }),
        fc.constantFrom(...USERS),
        async (policies, holdings, userId) => {
          const input = accessInput({ policies, holdings });
          const list = await listed(input, userId);
          found += list.length;
          expect(list).toEqual(await allowedOneByOne(input, userId));
        },
      ),
      { seed, numRuns: RUNS },
    );
    expect(found).toBeGreaterThan(RUNS);
  });

  it('should refuse an alias that is not a name', async () => {
    const access = await makeAccess(accessInput());
    expect(() => access.visibleCases('relief', 'c; drop table case_file')).toThrow('alias');
  });
});
