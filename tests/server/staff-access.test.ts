import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadProcesses } from '../../processes/load.ts';
import { loadOfficeTemplates } from '../../server/access/templates.ts';
import { type Database, openDatabase } from '../../server/database/connection.ts';
import { Appointment } from '../../server/database/entities/index.ts';
import { openRecords } from '../../server/database/records.ts';
import { demoUserId, loadDemoCounty } from '../../server/seed/demo-county.ts';
import { seedDemo } from '../../server/seed/seed-demo.ts';
import { StaffAccess } from '../../server/staff-access.ts';
import type { Actor } from '../../server/usecases/ports/access.ts';
import type { Records } from '../../server/usecases/ports/records.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { until } from '../support/until.ts';

const RELIEF = demoUserId(14);
const VILLAGE = '219921101200';

describe('staff access', () => {
  let server: TestDatabase;
  let database: Database;
  let records: Records;
  let access: StaffAccess;
  let now = Date.parse('2026-11-24T02:00:00Z');

  beforeAll(async () => {
    server = await createDatabase();
    database = await openDatabase(server.url);
    await database.migrate();
    records = openRecords(database.orm) as unknown as Records;
    const templates = loadOfficeTemplates();
    await seedDemo(database, { county: loadDemoCounty(), templates, identityKey: 'x', now });
    const policies = [...loadProcesses().values()].flatMap(({ roles }) => roles);
    access = new StaffAccess({ records, clock: { now: () => now }, templates, policies });
    await access.refresh();
  });

  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const actor = async (): Promise<Actor> => {
    const found = await records.transaction((tx) => access.actor(tx, RELIEF));
    if (found === undefined) throw new Error('Expected the relief officer');
    return found;
  };
  const ask = async () =>
    access.may(await actor(), {
      act: 'accept',
      object: 'proc:temporary-relief/step:accept',
      unitCode: VILLAGE,
      context: { relatedUserIds: [] },
    });

  it('should answer with the capacity that papers print', async () => {
    expect(await ask()).toMatchObject({
      allowed: true,
      capacity: {
        positionCode: 'T.SOC.relief',
        positionName: '社会救助岗',
        unitName: '青芦镇',
        officeName: '社会服务办公室',
        actingFor: null,
      },
    });
  });

  it('should list the cases of the town with the SQL of the same rules', async () => {
    const { sql, parameters } = access.visibleCases(await actor());
    const rows = await records.transaction((tx) =>
      tx.query(
        `select c.unit_code from (values ('temporary-relief', ?), ('temporary-relief', ?),
           ('another', ?)) c (process_key, unit_code) where ${sql}`,
        [VILLAGE, '219921102200', VILLAGE, ...parameters],
      ),
    );
    expect(rows).toEqual([{ unit_code: VILLAGE }]);
  });

  it('should take an appointment out of force when its last day is over', async () => {
    // given
    const em = database.orm.em.fork();
    await em.nativeUpdate(Appointment, { userId: RELIEF }, { validTo: '2026-11-24' });
    expect((await ask()).allowed).toBe(true);

    // when midnight passes in China
    now = Date.parse('2026-11-24T16:00:01Z');

    // then
    await until('the appointment out of force', async () => !(await ask()).allowed);
    expect((await actor()).capacities).toEqual([]);
  });
});
