import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Broker } from '../broker/broker.ts';
import type { Reply } from '../broker/reply.ts';
import { type RpcStatus, statusOf } from './status.ts';

/** What a unary call ends with. */
export type Outcome<T> =
  | { readonly ok: true; readonly response: T }
  | { readonly ok: false; readonly status: RpcStatus };

/** What the calls work with. */
export interface GatewayContext {
  readonly broker: Broker;
  readonly host: string;
  /** The port that clients reach; known once the server listens. */
  readonly port: () => number;
  /** Aborted when the gateway stops: waiting calls then end. */
  readonly stopping: AbortSignal;
}

/** A call with one request and one response. */
export interface UnaryRpc<Request = never, Response = unknown> {
  readonly kind: 'unary';
  readonly name: string;
  handle(context: GatewayContext, request: Request): Promise<Outcome<Response>>;
}

/** A call whose response is a stream; `handle` resolves when the stream may end. */
export interface StreamRpc<Request = never, Response = unknown> {
  readonly kind: 'stream';
  readonly name: string;
  handle(
    context: GatewayContext,
    call: ServerWritableStream<Request, Response>,
  ): Promise<RpcStatus | undefined>;
}

/** The outcome of a broker's reply; `intent` is the command's name in a rejection's text. */
export function outcome<T, Response>(
  intent: string,
  reply: Reply<T>,
  map: (value: T) => Response,
): Outcome<Response> {
  if (reply.ok) return { ok: true, response: map(reply.value) };
  return { ok: false, status: statusOf(intent, reply.problem) };
}

/** An outcome that is a status. */
export function failed(status: RpcStatus): Outcome<never> {
  return { ok: false, status };
}

/** An empty response. */
export function empty(): Record<string, never> {
  return {};
}
