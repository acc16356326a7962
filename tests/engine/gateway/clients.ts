import { Camunda8 } from '@camunda8/sdk';
import {
  type Client,
  type ClientReadableStream,
  credentials,
  makeGenericClientConstructor,
  type ServiceError,
} from '@grpc/grpc-js';
import { loadProtocol } from '../../../engine/gateway/protocol.ts';

/** The official client, unchanged, as an application would make it. */
export function sdkClient(address: string) {
  const camunda = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${address}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
    zeebeGrpcSettings: {
      ZEEBE_CLIENT_LOG_LEVEL: 'NONE',
      ZEEBE_GRPC_CLIENT_INITIAL_CONNECTION_TOLERANCE_MS: 10,
      ZEEBE_GRPC_CLIENT_CONNECTION_TOLERANCE_MS: 10,
    },
  });
  return camunda.getZeebeGrpcApiClient();
}

type Message = Record<string, never>;
type Unary = (
  request: object,
  answer: (error: ServiceError | null, value: Message) => void,
) => void;
type Streaming = (request: object) => ClientReadableStream<Message>;

/** The bare protocol: what goes over the wire is what the test writes. */
export interface RawClient {
  call(name: string, request: object): Promise<Message>;
  open(name: string, request: object): ClientReadableStream<Message>;
  /** All messages of a stream, until it ends. */
  collect(name: string, request: object): Promise<readonly Message[]>;
  close(): void;
}

export function rawClient(address: string): RawClient {
  const RawGateway = makeGenericClientConstructor(loadProtocol(), 'Gateway');
  const client = new RawGateway(address, credentials.createInsecure());
  const methods = client as unknown as Client & Record<string, Unary & Streaming>;
  const method = (name: string): Unary & Streaming => {
    const found = methods[name];
    if (found === undefined) throw new Error(`Expected the protocol to have ${name}`);
    return found.bind(client) as Unary & Streaming;
  };
  return {
    call: (name, request) =>
      new Promise((resolve, reject) => {
        method(name)(request, (error, value) => {
          if (error) reject(error);
          else resolve(value);
        });
      }),
    open: (name, request) => method(name)(request),
    collect: (name, request) =>
      new Promise((resolve, reject) => {
        const messages: Message[] = [];
        method(name)(request)
          .on('data', (message: Message) => messages.push(message))
          .on('error', reject)
          .on('end', () => resolve(messages));
      }),
    close: () => client.close(),
  };
}

/** The code and text of a refused call. */
export async function refusal(call: Promise<unknown>): Promise<{ code: number; details: string }> {
  try {
    await call;
  } catch (error) {
    const { code, details } = error as ServiceError;
    return { code, details };
  }
  throw new Error('Expected the call to be refused, but it was answered');
}
