import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccess } from '../../../server/access/access.ts';
import { loadOfficeTemplates } from '../../../server/access/templates.ts';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import {
  Appointment,
  AppUser,
  OrgUnit,
  Position,
} from '../../../server/database/entities/index.ts';
import { isPassword } from '../../../server/domain/identity/password.ts';
import { conflictingRights } from '../../../server/domain/office/account-right.ts';
import { readDivisionCode } from '../../../server/domain/office/division-code.ts';
import { demoUserId, loadDemoCounty } from '../../../server/seed/demo-county.ts';
import { loadHolidayNotices } from '../../../server/seed/holidays.ts';
import { seedCalendar } from '../../../server/seed/seed-calendar.ts';
import { DEMO_PASSWORD, seedDemo } from '../../../server/seed/seed-demo.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

const NOW = Date.parse('2026-11-24T00:00:00Z');
const templates = loadOfficeTemplates();
const county = loadDemoCounty();
const seed = { county, templates, identityKey: 'test', now: NOW };

describe('demo county', () => {
  it('should use only the fictional division, names and telephone numbers', () => {
    for (const { code, level } of county.units) {
      const read = readDivisionCode(code);
      expect([code, code.startsWith('2199'), read?.level]).toEqual([
        code,
        true,
        level === 'grid' ? readDivisionCode(code.slice(0, 12))?.level : level,
      ]);
    }
    for (const { name, kind } of county.accounts) {
      if (kind !== 'device')
        expect(name).toMatch(/^\p{Script=Han}[甲乙丙丁戊][一二三四五六七八九十]$/u);
    }
  });

  it('should have each unit, account and name once, and the parent of each unit', () => {
    const codes = county.units.map(({ code }) => code);
    const usernames = county.accounts.map(({ username }) => username);
    const names = county.accounts.map(({ name }) => name);
    for (const list of [codes, usernames, names]) expect(new Set(list).size).toBe(list.length);
    for (const { parent } of county.units) {
      if (parent !== undefined) expect(codes).toContain(parent);
    }
  });

  it('should keep the three administrators, the designer and the publisher apart', () => {
    const rights = county.accounts.flatMap((account) => account.rights);
    expect([...rights].sort()).toEqual(['administer', 'audit', 'design', 'publish', 'secure']);
    for (const account of county.accounts) {
      expect(conflictingRights(account.rights)).toBeUndefined();
    }
    expect(conflictingRights(['audit', 'design', 'administer'])).toEqual(['administer', 'audit']);
  });
});

describe('seed', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await createDatabase();
    database = await openDatabase(server.url);
    await database.migrate();
    await seedDemo(database, seed);
  });

  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  it('should fill an empty database once', async () => {
    expect(await seedDemo(database, seed)).toBe(false);
    const em = database.orm.em.fork();
    expect(await em.count(OrgUnit, {})).toBe(county.units.length);
    expect(await em.count(AppUser, {})).toBe(county.accounts.length);
  });

  it('should appoint people only to posts that exist at the unit', async () => {
    const em = database.orm.em.fork();
    const positions = new Set(
      (await em.find(Position, {})).map(({ unitCode, code }) => `${code}@${unitCode}`),
    );
    const appointments = await em.find(Appointment, {});
    expect(appointments.length).toBeGreaterThan(60);
    for (const { positionCode, unitCode } of appointments) {
      expect(positions).toContain(`${positionCode}@${unitCode}`);
    }
  });

  it('should give towns their flexible office and a county seat its variant', async () => {
    const em = database.orm.em.fork();
    const at = async (unitCode: string, code: string) => em.findOne(Position, { unitCode, code });
    expect((await at('219921101000', 'T.FLX.head'))?.officeName).toBe('应急管理办公室');
    expect(await at('219921102000', 'T.FLX.head')).toBeNull();
    expect(await at('219921100000', 'T.URB.head')).not.toBeNull();
    expect(await at('219921100000', 'T.LIV.head')).toBeNull();
    expect(await at('219921101200G01', 'V.GRD.grid_worker')).not.toBeNull();
  });

  it('should let everybody sign in with the printed password only', async () => {
    const em = database.orm.em.fork();
    const user = await em.findOneOrFail(AppUser, { username: 'relief1' });
    expect(user.id).toBe(demoUserId(14));
    expect(await isPassword(DEMO_PASSWORD, user.passwordHash)).toBe(true);
    expect(await isPassword('yunge-demo-2025', user.passwordHash)).toBe(false);
    expect(await isPassword(DEMO_PASSWORD, 'plain')).toBe(false);
  });

  it('should make data that the access rules can be built from', async () => {
    const em = database.orm.em.fork();
    const units = await em.find(OrgUnit, {});
    const holdings = (await em.find(Appointment, {})).map((row) => ({
      ...row,
      isDelegated: false,
    }));
    const access = await makeAccess({ templates, units, holdings, policies: [] });
    expect(access.holders.holdersOf('T.SOC.relief', '219921101000')).toEqual([demoUserId(14)]);
    expect(access.territory.lineage('219921101200G01')).toEqual([
      '219921101200G01',
      '219921101200',
      '219921101000',
      '219921000000',
      '219900000000',
    ]);
  });

  it('should import the holiday notices once', async () => {
    const notices = loadHolidayNotices();
    expect(await seedCalendar(database, notices, NOW)).toEqual([2025, 2026]);
    expect(await seedCalendar(database, notices, NOW)).toEqual([]);
    const em = database.orm.em.fork();
    const rows = await em.execute('select count(*)::int as n from holiday where not is_off');
    expect(rows).toEqual([{ n: 11 }]);
  });
});
