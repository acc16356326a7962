import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  logVerbosity,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  setLogVerbosity,
  type UntypedHandleCall,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { Broker } from '../broker/broker.ts';
import type { Logger } from '../broker/logger.ts';
import { MESSAGE_BYTES_MAX } from './limits.ts';
import { loadProtocol } from './protocol.ts';
import type { GatewayContext, StreamRpc, UnaryRpc } from './rpc.ts';
import { rpcs } from './rpcs/index.ts';
import { internalFault, unimplemented } from './status.ts';

/** How long calls that are under way may take to end when the gateway stops. */
const STOP_MS_MAX = 3_000;

/** Where the gateway listens; port 0 means any free port. */
export interface GatewayOptions {
  readonly broker: Broker;
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
}

/** A listening gateway. */
export interface Gateway {
  readonly port: number;
  stop(): Promise<void>;
}

/** Serves Zeebe's gateway protocol in clear text. Throws when the port is taken. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  // What the library prints comes to us as an error as well, and we say what to do about it.
  setLogVerbosity(logVerbosity.NONE);
  const server = new Server({
    'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
    'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
  });
  const stopping = new AbortController();
  let port = options.port;
  const context: GatewayContext = {
    broker: options.broker,
    host: options.host,
    port: () => port,
    stopping: stopping.signal,
  };
  const service = loadProtocol();
  server.addService(service, implementation(service, context, options.logger));
  port = await bind(server, `${options.host}:${options.port}`);
  return { port, stop: () => stop(server, stopping) };
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

/** Waiting polls and streams end at once, calls under way get their answer. */
async function stop(server: Server, stopping: AbortController): Promise<void> {
  stopping.abort();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      server.forceShutdown();
      resolve();
    }, STOP_MS_MAX);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function implementation(
  service: ServiceDefinition,
  context: GatewayContext,
  logger: Logger,
): UntypedServiceImplementation {
  const handlers: UntypedServiceImplementation = {};
  for (const name of Object.keys(service)) handlers[name] = missing(name);
  for (const rpc of rpcs) {
    const handler =
      rpc.kind === 'unary' ? unary(rpc, context, logger) : stream(rpc, context, logger);
    handlers[rpc.name] = handler as UntypedHandleCall;
  }
  return handlers;
}

function missing(name: string): handleUnaryCall<unknown, unknown> {
  return (_call, respond) => respond(unimplemented(name));
}

function unary(
  rpc: UnaryRpc,
  context: GatewayContext,
  logger: Logger,
): handleUnaryCall<never, unknown> {
  return (call, respond) => {
    rpc
      .handle(context, call.request)
      .then((outcome) => {
        if (outcome.ok) respond(null, outcome.response);
        else respond(outcome.status);
      })
      .catch((fault: unknown) => {
        logger.error({ err: fault, rpc: rpc.name }, 'a call ended with a fault of ours');
        respond(internalFault(rpc.name));
      });
  };
}

function stream(
  rpc: StreamRpc,
  context: GatewayContext,
  logger: Logger,
): handleServerStreamingCall<never, unknown> {
  return (call) => {
    rpc
      .handle(context, call)
      .then((status) => {
        if (status === undefined) call.end();
        else call.emit('error', status);
      })
      .catch((fault: unknown) => {
        logger.error({ err: fault, rpc: rpc.name }, 'a call ended with a fault of ours');
        call.emit('error', internalFault(rpc.name));
      });
  };
}
