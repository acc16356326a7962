import { createRequire } from 'node:module';
import { loadPackageDefinition, type ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const PROTOCOL_FILE = '@camunda8/sdk/dist/proto/zeebe.proto';

/** Reads the gateway protocol from the installed client package; keys travel as decimal strings. */
export function loadProtocol(): ServiceDefinition {
  const file = createRequire(import.meta.url).resolve(PROTOCOL_FILE);
  const definition = loadSync(file, {
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  const root = loadPackageDefinition(definition) as unknown as ProtocolRoot;
  return root.gateway_protocol.Gateway.service;
}

interface ProtocolRoot {
  readonly gateway_protocol: { readonly Gateway: { readonly service: ServiceDefinition } };
}
