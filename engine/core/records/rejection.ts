/** Zeebe's reasons for refusing a command; the gateway maps them to gRPC status codes. */
export type RejectionCode =
  | 'invalid_argument'
  | 'not_found'
  | 'already_exists'
  | 'invalid_state'
  | 'processing_error';

/** The answer to a command that was refused and has changed nothing. */
export interface Rejection {
  readonly code: RejectionCode;
  /** "Expected …, but …", without Zeebe's prefix `Command 'X' rejected with code 'Y': `. */
  readonly message: string;
}
