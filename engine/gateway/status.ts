import { status } from '@grpc/grpc-js';
import type { Refusal, RefusalCode } from '../broker/reply.ts';

/** What a client gets instead of an answer: a gRPC status code with its text. */
export interface RpcStatus {
  readonly code: number;
  readonly details: string;
}

const STATUS_OF: Readonly<Record<RefusalCode, number>> = {
  invalid_argument: status.INVALID_ARGUMENT,
  not_found: status.NOT_FOUND,
  already_exists: status.ALREADY_EXISTS,
  invalid_state: status.FAILED_PRECONDITION,
  processing_error: status.INTERNAL,
  unavailable: status.UNAVAILABLE,
  resource_exhausted: status.RESOURCE_EXHAUSTED,
};

/**
 * The status of a refusal. Rejections of a command carry the text that Zeebe's clients match on:
 * `Command 'X' rejected with code 'Y': reason`.
 */
export function statusOf(intent: string, refusal: Refusal): RpcStatus {
  const code = STATUS_OF[refusal.code];
  if (refusal.code === 'unavailable' || refusal.code === 'resource_exhausted') {
    return { code, details: refusal.message };
  }
  const kind = refusal.code.toUpperCase();
  const details = `Command '${intent}' rejected with code '${kind}': ${refusal.message}`;
  return { code, details };
}

/** The status of a request that is wrong before any command could be made of it. */
export function invalidRequest(details: string): RpcStatus {
  return { code: status.INVALID_ARGUMENT, details };
}

/** The status of an answer that did not come in time. */
export function timedOut(what: string): RpcStatus {
  const details = `Time out between gateway and broker: ${what}`;
  return { code: status.DEADLINE_EXCEEDED, details };
}

/** The status of a fault of our own; the cause is logged, not told. */
export function internalFault(rpc: string): RpcStatus {
  const details = `Unexpected error occurred during the request processing of ${rpc}`;
  return { code: status.INTERNAL, details };
}

/** The status of a call that this engine does not serve. */
export function unimplemented(rpc: string): RpcStatus {
  const details = `Expected an RPC that this engine serves, but ${rpc} is not served yet`;
  return { code: status.UNIMPLEMENTED, details };
}
