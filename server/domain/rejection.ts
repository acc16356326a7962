/** Why a request is refused; the first four are Zeebe's own codes. */
export type RejectionCode =
  | 'invalid_argument'
  | 'not_found'
  | 'already_exists'
  | 'invalid_state'
  | 'forbidden';

/** A refusal that the caller must handle, with a text for the person in front of the screen. */
export interface Rejection {
  readonly type: 'rejection';
  readonly code: RejectionCode;
  /** Chinese; says what to do next where there is something to do. */
  readonly message: string;
  readonly messageEn: string;
}

/** Makes a refusal. */
export function reject(code: RejectionCode, message: string, messageEn: string): Rejection {
  return { type: 'rejection', code, message, messageEn };
}

/** Whether a result is a refusal. */
export function isRejection(value: unknown): value is Rejection {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'rejection'
  );
}
