import type { CaseState } from './case-state.ts';

/** The five states that a citizen sees. */
export type PublicStage = 'draft' | 'submitted' | 'processing' | 'action_needed' | 'closed';

const STAGES: Readonly<Record<CaseState, PublicStage>> = {
  draft: 'draft',
  lodged: 'submitted',
  supplement: 'action_needed',
  not_accepted: 'closed',
  transferred: 'closed',
  accepted: 'processing',
  processing: 'processing',
  suspended: 'processing',
  publicity: 'processing',
  decided_yes: 'processing',
  decided_no: 'processing',
  issued: 'processing',
  delivered: 'closed',
  closed: 'closed',
  archived: 'closed',
  withdrawn: 'closed',
  terminated: 'closed',
  revoked: 'closed',
};

/** The Chinese names of the five states. */
export const PUBLIC_STAGE_NAMES: Readonly<Record<PublicStage, string>> = {
  draft: '未提交',
  submitted: '已提交',
  processing: '办理中',
  action_needed: '需要您补充',
  closed: '已办结',
};

/** What a citizen is shown for a state of the case. */
export function publicStageOf(state: CaseState): PublicStage {
  return STAGES[state];
}
