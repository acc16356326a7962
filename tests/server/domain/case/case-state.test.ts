import { describe, expect, it } from '@jest/globals';
import {
  CASE_STATE_NAMES,
  CASE_STATES,
  isDecided,
  mayBecome,
} from '../../../../server/domain/case/case-state.ts';
import { publicStageOf } from '../../../../server/domain/case/public-stage.ts';
import {
  isNotApprover,
  isNotEarlierActor,
  isNotFinder,
  isNotHandler,
  isNotInvestigator,
  isNotRelative,
  isNotVoucherMaker,
  mayPublishDefinition,
} from '../../../../server/domain/case/separation-of-duties.ts';

describe('case state', () => {
  it('should lead from the draft to the archive', () => {
    const path = ['draft', 'lodged', 'accepted', 'processing', 'publicity'] as const;
    const end = ['decided_yes', 'issued', 'delivered', 'closed', 'archived'] as const;
    const states = [...path, ...end];
    for (const [at, state] of states.slice(1).entries()) {
      expect([state, mayBecome(states[at] ?? 'draft', state)]).toEqual([state, true]);
    }
  });

  it('should never lead back behind a decision or out of an end', () => {
    expect(mayBecome('decided_no', 'decided_yes')).toBe(false);
    expect(mayBecome('decided_yes', 'withdrawn')).toBe(false);
    expect(mayBecome('withdrawn', 'processing')).toBe(false);
    expect(mayBecome('archived', 'processing')).toBe(false);
    expect(mayBecome('closed', 'closed')).toBe(true);
  });

  it('should allow to withdraw only before the decision', () => {
    const open = CASE_STATES.filter((state) => mayBecome(state, 'withdrawn'));
    expect(open).toEqual([
      'lodged',
      'supplement',
      'accepted',
      'processing',
      'suspended',
      'publicity',
      'withdrawn',
    ]);
    expect(isDecided('decided_yes')).toBe(true);
    expect(isDecided('publicity')).toBe(false);
  });

  it('should show a citizen five states', () => {
    expect(new Set(CASE_STATES.map(publicStageOf)).size).toBe(5);
    expect(publicStageOf('supplement')).toBe('action_needed');
    expect(Object.keys(CASE_STATE_NAMES)).toHaveLength(18);
  });
});

describe('separation of duties', () => {
  const past = [
    { userId: 'clerk', act: 'lodge', elementId: 'S1' },
    { userId: 'relief', act: 'accept', elementId: 'accept' },
    { userId: 'relief', act: 'investigate', elementId: 'visit' },
    { userId: 'reviewer', act: 'review', elementId: 'review' },
    { userId: 'deputy', act: 'approve', elementId: 'approve' },
    { userId: 'accountant', act: 'pay', elementId: 'voucher' },
  ];

  it('should keep investigator, reviewer and approver apart', () => {
    expect(isNotInvestigator('relief', past)).toBe(false);
    expect(isNotInvestigator('reviewer', past)).toBe(true);
    expect(isNotEarlierActor('relief', past)).toBe(false);
    expect(isNotEarlierActor('reviewer', past)).toBe(false);
    expect(isNotEarlierActor('deputy', past)).toBe(true);
  });

  it('should keep approver, accountant and cashier apart', () => {
    expect(isNotApprover('deputy', past)).toBe(false);
    expect(isNotVoucherMaker('accountant', past)).toBe(false);
    expect(isNotVoucherMaker('cashier', past)).toBe(true);
  });

  it('should keep handler, finder and call-back agent apart', () => {
    expect(isNotHandler('relief', past)).toBe(false);
    expect(isNotHandler('accountant', past)).toBe(false);
    expect(isNotHandler('callback', past)).toBe(true);
    expect(isNotFinder('clerk', past)).toBe(false);
  });

  it('should keep relatives away, and the author from publishing', () => {
    expect(isNotRelative('relief', ['relief'])).toBe(false);
    expect(isNotRelative('relief', [])).toBe(true);
    expect(mayPublishDefinition('designer', ['designer'])).toBe(false);
    expect(mayPublishDefinition('publisher', ['designer'])).toBe(true);
  });
});
