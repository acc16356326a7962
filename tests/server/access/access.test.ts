import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Access, makeAccess } from '../../../server/access/access.ts';
import { CITIZEN } from '../../../server/access/holders.ts';
import type { AccessContext } from '../../../server/access/predicates.ts';
import {
  accessInput,
  COMMUNITY,
  OTHER_VILLAGE,
  STREET,
  TOWN,
  VILLAGE,
} from '../../support/access-fixture.ts';

const step = (id: string): string => `proc:temporary-relief/step:${id}`;
const CASE: AccessContext = {
  unitCode: VILLAGE,
  pastActs: [
    { userId: 'relief', act: 'accept', elementId: 'accept' },
    { userId: 'relief', act: 'investigate', elementId: 'visit' },
    { userId: 'review', act: 'review', elementId: 'review' },
  ],
  relatedUserIds: [],
  amountFen: 120_000,
  fund: 'fiscal',
  limitsFen: { townDeputy: 160_000, town: 320_000, community: 50_000 },
  openTaskUserIds: [],
};

describe('access', () => {
  let access: Access;

  beforeAll(async () => {
    access = await makeAccess(accessInput());
  });

  it('should let the relief officer accept in the own town and say why', () => {
    const reach = `base:relief_officer subtree ${step('accept')} accept`;
    expect(access.may('relief', 'accept', step('accept'), CASE)).toEqual({
      isAllowed: true,
      rule: 4,
      capacity: {
        userId: 'relief',
        positionCode: 'T.SOC.relief',
        unitCode: TOWN,
        isDelegated: false,
      },
      why: {
        zh: `依据第 4 条规则(${reach}),以 T.SOC.relief@${TOWN} 的身份`,
        en: `allowed by rule 4 (${reach}) as T.SOC.relief@${TOWN}`,
      },
    });
  });

  it.each([
    ['another town', 'other-relief', 'accept', 'accept', {}, '该事项不在您岗位的管辖范围内'],
    [
      'a relative',
      'relief',
      'accept',
      'accept',
      { relatedUserIds: ['relief'] },
      '您与申请人有利害关系,应当回避,请由他人办理',
    ],
    [
      'the investigator as reviewer',
      'review',
      'review',
      'review',
      { pastActs: [{ userId: 'review', act: 'investigate', elementId: 'visit' }] },
      '您是本件的调查人,不能再审核',
    ],
    [
      'the reviewer as approver',
      'deputy',
      'approve',
      'approve',
      { pastActs: [{ userId: 'deputy', act: 'review', elementId: 'review' }] },
      '您已办理过本件的受理、调查或审核,不能再审批',
    ],
    [
      'the deputy above the limit, even as a delegate of the mayor',
      'deputy',
      'approve',
      'approve',
      { amountFen: 160_001 },
      '金额超过分管领导的审批限额',
    ],
    [
      'an unknown amount',
      'mayor',
      'approve',
      'approve',
      { amountFen: null },
      '金额超过乡镇(街道)的审批限额',
    ],
    [
      'the village secretary on public money',
      'secretary',
      'meet',
      'communityDecide',
      {},
      '村(社区)只能决定社区帮扶资金',
    ],
    [
      'the village for ever',
      'secretary',
      'approve',
      'approve',
      {},
      '规则明确禁止该岗位“审批(准予)”',
    ],
    ['an act without a rule', 'clerk', 'seal', 'seal', {}, '您的岗位没有“签发/用印”权限'],
    ['an unknown user', 'nobody', 'accept', 'accept', {}, '您的岗位没有“受理/签收”权限'],
  ] as const)('should refuse %s', (...row) => {
    const [, user, action, stepId, changes, why] = row;
    const answer = access.may(user, action, step(stepId), { ...CASE, ...changes });
    expect([answer.isAllowed, answer.capacity, answer.why.zh]).toEqual([false, undefined, why]);
  });

  it('should let each rank approve up to its limit', () => {
    const approve = (user: string, amountFen: number) =>
      access.may(user, 'approve', step('approve'), { ...CASE, amountFen }).isAllowed;
    expect([approve('deputy', 160_000), approve('mayor', 320_000)]).toEqual([true, true]);
    expect([approve('mayor', 320_001), approve('county', 320_001)]).toEqual([false, true]);
  });

  it('should let the village party branch decide on community money only', () => {
    const fund = { fund: 'community', amountFen: 30_000 };
    const decide = (changes: object) =>
      access.may('secretary', 'meet', step('communityDecide'), { ...CASE, ...changes }).isAllowed;
    expect([decide(fund), decide({ ...fund, amountFen: 50_001 })]).toEqual([true, false]);
  });

  it('should not let an accountant who is also cashier pay the own voucher', () => {
    const pastActs = [{ userId: 'money', act: 'pay', elementId: 'voucher' }];
    const pay = (user: string) =>
      access.may(user, 'pay', step('payout'), { ...CASE, pastActs }).isAllowed;
    expect([pay('money'), pay('cashier')]).toEqual([false, true]);
  });

  it('should know the posts of a street that does the work of a town office', () => {
    const context = { ...CASE, unitCode: COMMUNITY };
    expect(access.may('director', 'approve', step('approve'), context).isAllowed).toBe(true);
    expect(access.may('street-money', 'pay', step('voucher'), context).isAllowed).toBe(true);
    expect(access.may('mayor', 'approve', step('approve'), context).isAllowed).toBe(false);
  });

  it('should show sensitive data only to the owner of an open task', () => {
    const view = (openTaskUserIds: string[]) =>
      access.may('relief', 'view-sensitive', 'data:person.L4', { ...CASE, openTaskUserIds });
    expect(view(['relief']).isAllowed).toBe(true);
    expect(view([]).why.zh).toBe('您没有本件的在办任务');
  });

  it('should let a town read its villages, a county its towns, and nobody a neighbour', () => {
    const reads = (user: string, unitCode: string) =>
      access.may(user, 'read', 'proc:temporary-relief', { unitCode }).isAllowed;
    expect([reads('relief', VILLAGE), reads('relief', TOWN)]).toEqual([true, true]);
    expect([reads('relief', OTHER_VILLAGE), reads('relief', STREET)]).toEqual([false, false]);
    expect([reads('county', OTHER_VILLAGE), reads('county', COMMUNITY)]).toEqual([true, false]);
    expect([reads('clerk', VILLAGE), reads('clerk', TOWN)]).toEqual([true, false]);
  });

  it('should let a citizen lodge everywhere, and do nothing else', () => {
    expect(access.may(CITIZEN, 'lodge', 'proc:temporary-relief', CASE).isAllowed).toBe(true);
    expect(access.may(CITIZEN, 'read', 'proc:temporary-relief', CASE).isAllowed).toBe(false);
    expect(access.may(CITIZEN, 'accept', step('accept'), CASE).isAllowed).toBe(false);
  });

  it('should not let staff act by the rule for citizens', () => {
    expect(access.may('cashier', 'lodge', 'proc:temporary-relief', CASE).isAllowed).toBe(false);
  });
});
