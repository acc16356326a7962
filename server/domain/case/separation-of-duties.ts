/** One act of one person on a case; rows of `case_act`. */
export interface PastAct {
  readonly userId: string;
  readonly act: string;
  readonly elementId: string;
}

const INVESTIGATING = ['investigate'];
const HANDLING = ['handle', 'investigate', 'pay'];
const BEFORE_APPROVAL = ['accept', 'investigate', 'review'];

/** SOD1: whether a person did not investigate this case. */
export function isNotInvestigator(userId: string, past: readonly PastAct[]): boolean {
  return hasNoneOf(userId, past, INVESTIGATING);
}

/** SOD1: whether a person has not reviewed this case; a second review is somebody else's. */
export function isNotReviewer(userId: string, past: readonly PastAct[]): boolean {
  return hasNoneOf(userId, past, ['review']);
}

/** SOD1: whether a person did nothing on this case that an approver must look at. */
export function isNotEarlierActor(userId: string, past: readonly PastAct[]): boolean {
  return hasNoneOf(userId, past, BEFORE_APPROVAL);
}

/** SOD2: whether a person did not approve this case; who approves does not pay. */
export function isNotApprover(userId: string, past: readonly PastAct[]): boolean {
  return hasNoneOf(userId, past, ['approve']);
}

/** SOD2: whether a person did not prepare the voucher; the cashier is somebody else. */
export function isNotVoucherMaker(userId: string, past: readonly PastAct[]): boolean {
  return hasNoneOf(userId, past, ['pay']);
}

/** SOD3: whether a person did not handle this case; who verifies or calls back is somebody else. */
export function isNotHandler(userId: string, past: readonly PastAct[]): boolean {
  return hasNoneOf(userId, past, HANDLING);
}

/** Whether a person did not bring this case in; a finder does not call back on it. */
export function isNotFinder(userId: string, past: readonly PastAct[]): boolean {
  return hasNoneOf(userId, past, ['lodge']);
}

/** SOD4: whether a person is neither the applicant nor a near relative of the applicant. */
export function isNotRelative(userId: string, relatedUserIds: readonly string[]): boolean {
  return !relatedUserIds.includes(userId);
}

/** SOD6: whether a person may publish a definition: never somebody who drew it. */
export function mayPublishDefinition(publisherId: string, authorIds: readonly string[]): boolean {
  return !authorIds.includes(publisherId);
}

function hasNoneOf(userId: string, past: readonly PastAct[], acts: readonly string[]): boolean {
  return !past.some((act) => act.userId === userId && acts.includes(act.act));
}
