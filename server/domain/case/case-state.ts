/** The states of a case, in the order in which a case usually meets them. */
export const CASE_STATES = [
  'draft',
  'lodged',
  'supplement',
  'not_accepted',
  'transferred',
  'accepted',
  'processing',
  'suspended',
  'publicity',
  'decided_yes',
  'decided_no',
  'issued',
  'delivered',
  'closed',
  'archived',
  'withdrawn',
  'terminated',
  'revoked',
] as const;

/** The state of a case. */
export type CaseState = (typeof CASE_STATES)[number];

/** How a case ended, for the applicant. */
export type CaseOutcome = 'granted' | 'refused' | 'withdrawn' | 'ended';

/** The Chinese names that people see. */
export const CASE_STATE_NAMES: Readonly<Record<CaseState, string>> = {
  draft: '暂存',
  lodged: '已收件',
  supplement: '待补正',
  not_accepted: '不予受理',
  transferred: '已转办',
  accepted: '已受理',
  processing: '审核中',
  suspended: '特别程序中',
  publicity: '公示中',
  decided_yes: '准予',
  decided_no: '不予',
  issued: '待领取/发放中',
  delivered: '已送达',
  closed: '已办结',
  archived: '已归档',
  withdrawn: '已撤回',
  terminated: '已终止',
  revoked: '已撤销/追回',
};

const UNDER_WAY = ['withdrawn', 'terminated'] as const;
const DECIDED = ['decided_yes', 'decided_no'] as const;

const NEXT: Readonly<Record<CaseState, readonly CaseState[]>> = {
  draft: ['lodged'],
  lodged: [
    'supplement',
    'not_accepted',
    'transferred',
    'accepted',
    'processing',
    ...DECIDED,
    'closed',
    ...UNDER_WAY,
  ],
  supplement: ['lodged', 'accepted', 'not_accepted', 'closed', ...UNDER_WAY],
  not_accepted: ['delivered', 'closed'],
  transferred: ['closed'],
  accepted: [
    'processing',
    'supplement',
    'suspended',
    'publicity',
    'transferred',
    ...DECIDED,
    'closed',
    ...UNDER_WAY,
  ],
  processing: [
    'accepted',
    'supplement',
    'suspended',
    'publicity',
    'transferred',
    ...DECIDED,
    'issued',
    'closed',
    ...UNDER_WAY,
  ],
  suspended: ['processing', 'accepted', ...UNDER_WAY],
  publicity: ['processing', ...DECIDED, 'closed', ...UNDER_WAY],
  decided_yes: ['issued', 'delivered', 'closed', 'terminated', 'revoked'],
  decided_no: ['delivered', 'closed'],
  issued: ['processing', 'publicity', 'delivered', 'closed', 'terminated', 'revoked'],
  delivered: ['closed', 'revoked'],
  closed: ['archived', 'revoked'],
  archived: ['revoked'],
  withdrawn: ['archived'],
  terminated: ['archived'],
  revoked: ['archived'],
};

/** Whether a case may go from one state to another; staying is always allowed. */
export function mayBecome(from: CaseState, to: CaseState): boolean {
  return from === to || NEXT[from].includes(to);
}

/** Whether a text names a state. */
export function isCaseState(text: string): text is CaseState {
  return (CASE_STATES as readonly string[]).includes(text);
}

/** Whether nothing is left to decide, so that withdrawing makes no sense any more. */
export function isDecided(state: CaseState): boolean {
  return !NEXT[state].includes('withdrawn') && state !== 'draft';
}
