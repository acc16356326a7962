import { describe, expect, it } from '@jest/globals';
import { makeAccess } from '../../../server/access/access.ts';
import { LiveAccess } from '../../../server/access/live-access.ts';
import type { PolicyRow } from '../../../server/access/policy-row.ts';
import {
  accessInput,
  HOLDINGS,
  holding,
  RULES,
  rule,
  TOWN,
  UNITS,
  VILLAGE,
} from '../../support/access-fixture.ts';

const CONTEXT = { unitCode: VILLAGE, relatedUserIds: [], pastActs: [] };
const ACCEPT = 'proc:temporary-relief/step:accept';

describe('casbin traps', () => {
  it('should keep the old rules while new ones are read, and when reading fails', async () => {
    // given rules in force
    let read = async () => accessInput();
    const live = new LiveAccess(() => read());
    await live.refresh();
    const before = live.current;

    // when the next reading hangs, and then fails
    let fail: (error: Error) => void = () => undefined;
    read = () =>
      new Promise((_, reject) => {
        fail = reject;
      });
    const refreshing = live.refresh();
    expect(live.current.may('relief', 'accept', ACCEPT, CONTEXT).isAllowed).toBe(true);
    expect(
      live.current.may('secretary', 'approve', 'proc:temporary-relief/step:approve', CONTEXT)
        .isAllowed,
    ).toBe(false);
    fail(new Error('connection lost'));

    // then
    await expect(refreshing).rejects.toThrow('connection lost');
    expect(live.current).toBe(before);
    read = async () => accessInput({ holdings: [] });
    await live.refresh();
    expect(live.current.may('relief', 'accept', ACCEPT, CONTEXT).isAllowed).toBe(false);
  });

  it('should keep the old rules when the new ones are wrong', async () => {
    const wrong: [PolicyRow, string][] = [
      [rule('relief any proc:x lodge true allow'), 'Expected a subject'],
      [rule('u:relief any proc:x lodge true allow'), 'Expected a subject'],
      [rule('base:a near proc:x lodge true allow'), 'Expected a scope'],
      [rule('base:a any /api/cases/* lodge true allow'), 'Expected an object'],
      [rule('base:a any proc:(a+)+$ lodge true allow'), 'Expected an object'],
      [rule('base:a any proc:x steal true allow'), 'Expected an action'],
      [rule('base:a any proc:x lodge eval(1) allow'), 'Expected a known condition'],
      [rule('base:a any proc:x lodge constructor allow'), 'Expected a known condition'],
      [rule('base:a any proc:x lodge notRelative deny'), 'Expected a deny without condition'],
      [rule('base:a any proc:x lodge true maybe'), 'Expected an effect'],
    ];
    let policies: readonly PolicyRow[] = RULES;
    const live = new LiveAccess(async () => accessInput({ policies }));
    await live.refresh();
    const before = live.current;
    for (const [row, message] of wrong) {
      policies = [...RULES, row];
      await expect(live.refresh()).rejects.toThrow(message);
      expect(live.current).toBe(before);
    }
  });

  it('should run one reading at a time and one more for what came meanwhile', async () => {
    let readings = 0;
    const live = new LiveAccess(async () => {
      readings += 1;
      return accessInput();
    });
    await Promise.all([live.refresh(), live.refresh(), live.refresh(), live.refresh()]);
    expect(readings).toBe(2);
    expect(live.current.policies).toHaveLength(new Set(live.current.policies).size);
  });

  it('should answer rightly under load while the rules are replaced again and again', async () => {
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const live = new LiveAccess(async () => {
      await turn();
      return accessInput();
    });
    await live.refresh();
    let isRefreshing = true;
    const refreshing = (async () => {
      for (let round = 0; round < 10; round += 1) await live.refresh();
      isRefreshing = false;
    })();
    let asked = 0;
    while (isRefreshing) {
      expect(live.current.may('relief', 'accept', ACCEPT, CONTEXT).isAllowed).toBe(true);
      expect(live.current.may('nobody', 'accept', ACCEPT, CONTEXT).isAllowed).toBe(false);
      asked += 1;
      await turn();
    }
    await refreshing;
    expect(asked).toBeGreaterThanOrEqual(10);
  });

  it('should forget an appointment that is taken away', async () => {
    const holdings = HOLDINGS.filter(({ userId }) => userId !== 'relief');
    const access = await makeAccess(accessInput({ holdings }));
    expect(access.may('relief', 'accept', ACCEPT, CONTEXT).isAllowed).toBe(false);
  });

  it('should not give a role to a user who is called like one', async () => {
    const access = await makeAccess(accessInput());
    for (const user of ['T.SOC.relief', 'base:relief_officer', 'u:relief', `relief@${TOWN}`]) {
      const ask = () => access.may(user, 'accept', ACCEPT, CONTEXT).isAllowed;
      expect(() => ask()).toThrow(TypeError);
    }
    expect(access.may('base-relief_officer', 'accept', ACCEPT, CONTEXT).isAllowed).toBe(false);
  });

  it('should refuse to be asked with anything but plain, concrete texts', async () => {
    const access = await makeAccess(accessInput());
    const objects = ['proc:*', 'proc:temporary-relief/../x', `${ACCEPT}?x`, `${ACCEPT}\n`, '', 0];
    for (const object of [...objects, ['proc:x'], null]) {
      expect(() => access.may('relief', 'accept', object as string, CONTEXT)).toThrow(TypeError);
    }
    for (const action of ['*', 'ACCEPT', false, ['accept']]) {
      expect(() => access.may('relief', action as 'accept', ACCEPT, CONTEXT)).toThrow(TypeError);
    }
    const unitCode = [VILLAGE] as unknown as string;
    expect(() => access.may('relief', 'accept', ACCEPT, { ...CONTEXT, unitCode })).toThrow(
      TypeError,
    );
  });

  it('should take every element id that XML allows', async () => {
    const object = 'proc:Process_1.a/step:受理_1.b-c';
    const policies = [rule(`base:relief_officer subtree ${object} accept true allow`)];
    const access = await makeAccess(accessInput({ policies }));
    expect(access.may('relief', 'accept', object, CONTEXT).isAllowed).toBe(true);
    expect(access.may('relief', 'accept', `${object}1`, CONTEXT).isAllowed).toBe(false);
  });

  it('should let a deny win wherever it stands', async () => {
    const deny = rule(`town:SOC.relief any ${ACCEPT} accept true deny`);
    for (const policies of [
      [deny, ...RULES],
      [...RULES, deny],
    ]) {
      const access = await makeAccess(accessInput({ policies }));
      expect(access.may('relief', 'accept', ACCEPT, CONTEXT).isAllowed).toBe(false);
    }
  });

  it('should refuse a tree that is too deep, has a circle or a missing parent', async () => {
    const unit = UNITS[0];
    if (unit === undefined) throw new Error('Expected a unit');
    const chain = Array.from({ length: 8 }, (_, at) => ({
      ...unit,
      code: `c${at}`,
      parentCode: at === 0 ? null : `c${at - 1}`,
    }));
    const circle = [
      { ...unit, code: 'a', parentCode: 'b' },
      { ...unit, code: 'b', parentCode: 'a' },
    ];
    const orphan = [{ ...unit, parentCode: 'x' }];
    for (const units of [chain, circle]) {
      await expect(makeAccess(accessInput({ units }))).rejects.toThrow('at most 6 levels');
    }
    await expect(makeAccess(accessInput({ units: orphan }))).rejects.toThrow('Expected unit x');
  });

  it('should not let a delegate decide, but work', async () => {
    const holdings = [
      holding(`*stand-in T.SOC.relief ${TOWN}`),
      holding(`*vice T.LDR.mayor ${TOWN}`),
    ];
    const access = await makeAccess(accessInput({ holdings }));
    expect(access.may('stand-in', 'accept', ACCEPT, CONTEXT).isAllowed).toBe(true);
    const approve = access.may('vice', 'approve', 'proc:temporary-relief/step:approve', {
      ...CONTEXT,
      amountFen: 1,
      limitsFen: { town: 2 },
    });
    expect([approve.isAllowed, approve.why.zh]).toEqual([false, '“审批(准予)”不能委托他人代行']);
  });
});
