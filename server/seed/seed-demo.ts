import type { Database } from '../database/connection.ts';
import { Appointment, AppUser, OrgUnit, Position, Relative } from '../database/entities/index.ts';
import { identityHash } from '../domain/identity/identity-hash.ts';
import { hashPassword } from '../domain/identity/password.ts';
import type { OfficeTemplate } from '../domain/office/office-template.ts';
import {
  type DemoAccount,
  type DemoCounty,
  type DemoUnit,
  demoPositions,
  demoUserId,
} from './demo-county.ts';

/** The one password of all demo accounts; a production installation has no demo accounts. */
export const DEMO_PASSWORD = 'yunge-demo-2026';

const SINCE = '2024-01-01';
const HOURS = '工作日 8:30-12:00 13:30-17:00';
// The brother of the relief officer, for the demonstration of recusal.
const BROTHER = { idNo: '219902197901010056', userId: demoUserId(14), relation: '弟' };

/** What the demo seed is made from. */
export interface DemoSeed {
  readonly county: DemoCounty;
  readonly templates: ReadonlyMap<string, OfficeTemplate>;
  /** The key of the installation for hashes of identity numbers. */
  readonly identityKey: string;
  readonly now: number;
}

/**
 * Fills an empty database with the demo county; a database that has units already is left alone.
 * Gives whether anything was written.
 */
export async function seedDemo({ orm }: Database, seed: DemoSeed): Promise<boolean> {
  const { county, templates, identityKey, now } = seed;
  const passwordHash = hashPassword(DEMO_PASSWORD, Buffer.from('yunge-demo-salt-'));
  return orm.em.fork().transactional(async (em) => {
    if ((await em.count(OrgUnit, {})) > 0) return false;
    await em.insertMany(OrgUnit, county.units.map(unitRow));
    await em.insertMany(
      Position,
      county.units.flatMap((unit) => positionRows(unit, templates)),
    );
    await em.insertMany(
      AppUser,
      county.accounts.map((account) => userRow(account, passwordHash, now)),
    );
    await em.insertMany(Appointment, county.accounts.flatMap(appointmentRows));
    await em.insert(Relative, {
      id: demoUserId(900_014),
      userId: BROTHER.userId,
      idHash: identityHash(BROTHER.idNo, identityKey),
      relation: BROTHER.relation,
      declaredAt: new Date(now),
    });
    return true;
  });
}

function unitRow(unit: DemoUnit, at: number) {
  const { code, parent, level, name, short, template, variant, address } = unit;
  return {
    code,
    parentCode: parent ?? null,
    level,
    name,
    shortName: short,
    template,
    variant: variant ?? null,
    status: 'active' as const,
    phone: level === 'grid' ? null : `154-0000-${String(at + 1).padStart(4, '0')}`,
    address: address ?? (level === 'grid' ? null : `${name}便民服务站`),
    openHours: level === 'grid' ? null : HOURS,
    validFrom: SINCE,
  };
}

function positionRows(unit: DemoUnit, templates: DemoSeed['templates']) {
  const template = templates.get(unit.template);
  if (template === undefined) {
    throw new Error(`Expected template ${unit.template} of ${unit.code}, but there is none`);
  }
  return demoPositions(unit, template).map((position) => ({
    ...position,
    unitCode: unit.code,
    headcount: 1,
    quotaKind: 'ADMIN',
    backupCode: null,
  }));
}

function userRow({ id, username, name, kind, rights }: DemoAccount, hash: string, now: number) {
  const createdAt = new Date(now);
  const login = { passwordHash: hash, disabled: false, failedLogins: 0 };
  return { id, username, displayName: name, kind, rights, ...login, createdAt };
}

function appointmentRows({ id, posts }: DemoAccount) {
  return posts.map(({ positionCode, unitCode }, at) => ({
    id: `${id.slice(0, -4)}${String(at)}${id.slice(-3)}`.replace('-8000-0', '-8000-a'),
    userId: id,
    positionCode,
    unitCode,
    isPrimary: at === 0,
    validFrom: SINCE,
    validTo: null,
    actingFor: null,
    docNo: null,
  }));
}
