import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadProcesses } from '../../../processes/load.ts';
import { type Access, makeAccess } from '../../../server/access/access.ts';
import { type Action, isAction } from '../../../server/access/actions.ts';
import { resolveCandidates } from '../../../server/access/candidates.ts';
import { CITIZEN, type Holding } from '../../../server/access/holders.ts';
import { faultOfRow, type PolicyRow } from '../../../server/access/policy-row.ts';
import type { AccessContext } from '../../../server/access/predicates.ts';
import { loadOfficeTemplates } from '../../../server/access/templates.ts';
import { tierOf } from '../../../server/domain/office/org-level.ts';
import { loadDemoCounty } from '../../../server/seed/demo-county.ts';

const PLACES = { village: '219921101200', community: '219902001001' } as const;
const ELSEWHERE = '219921102200';
const TIERS: Readonly<Record<string, number>> = { village: 4, town: 3, county: 2, city: 1 };

const processes = [...loadProcesses().values()];
const rules: readonly PolicyRow[] = processes.flatMap(({ roles }) => roles);
const allowing = rules.filter(({ effect }) => effect === 'allow');
const templates = loadOfficeTemplates();
const county = loadDemoCounty();
const units = county.units.map((unit) => ({ ...unit, parentCode: unit.parent ?? null }));
const holdings: readonly Holding[] = county.accounts.flatMap(({ id, posts }) =>
  posts.map((post) => ({ ...post, userId: id, isDelegated: false })),
);

// Everything that a condition may ask is in order: the only reason to refuse is the rule itself.
function blameless(userId: string, unitCode: string, fund: string): AccessContext {
  const limit = 1_000_000;
  return {
    unitCode,
    fund,
    pastActs: [],
    relatedUserIds: [],
    authorIds: [],
    openTaskUserIds: [userId],
    amountFen: 10_000,
    limitsFen: { townDeputy: limit, town: limit, county: limit, community: limit, cash: limit },
  };
}

describe('role matrix of the shipped procedures', () => {
  let access: Access;

  beforeAll(async () => {
    access = await makeAccess({ templates, units, holdings, policies: rules });
  });

  it('should be there, and be understood rule by rule', () => {
    expect(rules.length).toBeGreaterThan(10);
    for (const row of rules) expect([row, faultOfRow(row)]).toEqual([row, undefined]);
  });

  const holdersFor = (row: PolicyRow, place: string): readonly string[] => {
    const tier = TIERS[row.subject.split(':')[0] ?? ''] ?? 0;
    const unit = access.territory.ancestorOnTier(place, tier);
    return holdings
      .filter(({ positionCode }) => access.holders.carries(positionCode, row.subject))
      .filter(({ unitCode }) => unitCode === unit?.code)
      .map(({ userId }) => userId);
  };
  const ask = (row: PolicyRow, userId: string, place: string): boolean => {
    if (!isAction(row.action)) throw new Error(`Expected an action, but got ${row.action}`);
    const fund = row.condition.includes('fundIsCommunity') ? 'community' : 'fiscal';
    const context = blameless(userId, place, fund);
    return access.may(userId, row.action as Action, row.object, context).isAllowed;
  };

  it.each(allowing)('should let $subject $action on $object, and nobody elsewhere', (row) => {
    if (row.subject === CITIZEN) {
      expect(ask(row, CITIZEN, PLACES.village)).toBe(true);
      expect(ask({ ...row, object: 'proc:another' }, CITIZEN, PLACES.village)).toBe(false);
      return;
    }
    const found = Object.values(PLACES).flatMap((place) =>
      holdersFor(row, place).map((userId) => [userId, place] as const),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const [userId, place] of found) {
      expect([userId, ask(row, userId, place)]).toEqual([userId, true]);
      expect([userId, ask(row, 'nobody', place)]).toEqual([userId, false]);
      const unit = access.territory.lineage(place);
      if (unit.includes('219921000000') && row.subject.startsWith('county:')) continue;
      expect([userId, ask(row, userId, ELSEWHERE)]).toEqual([userId, false]);
    }
  });

  it('should never let a village or community approve public money', () => {
    const approvals = new Set(
      rules.filter(({ action }) => action === 'approve').map(({ object }) => object),
    );
    expect(approvals.size).toBeGreaterThan(1);
    const committee = holdings.filter(({ positionCode }) => /^[VM]\./.test(positionCode));
    for (const object of approvals) {
      for (const { userId } of committee) {
        for (const place of Object.values(PLACES)) {
          const context = blameless(userId, place, 'fiscal');
          expect(access.may(userId, 'approve', object, context).isAllowed).toBe(false);
        }
      }
    }
  });

  it('should find somebody in the demo county for every office that a model names', () => {
    const groups = processes
      .flatMap(({ files }) => files)
      .flatMap(({ content }) => [...content.matchAll(/candidateGroups="([^"=]+)"/g)])
      .map(([, names = '']) => names);
    expect(groups.length).toBeGreaterThan(5);
    for (const place of Object.values(PLACES)) {
      for (const names of groups) {
        const offices = { territory: access.territory, templates };
        const { candidates } = resolveCandidates(names, place, offices);
        const people = candidates.flatMap(({ positionCode, unitCode }) =>
          access.holders.holdersOf(positionCode, unitCode),
        );
        expect([place, names, people.length > 0]).toEqual([place, names, true]);
      }
    }
  });

  it('should name only levels that exist', () => {
    for (const { subject } of rules) {
      const [level = ''] = subject.split(':');
      expect([subject, subject === CITIZEN || level in TIERS]).toEqual([subject, true]);
    }
    expect(tierOf('village')).toBe(TIERS.village);
  });
});
