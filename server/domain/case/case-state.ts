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
