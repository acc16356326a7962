import type { UnaryRpc } from '../rpc.ts';

/** The protocol version whose semantics this engine follows; clients log it. */
const GATEWAY_VERSION = '8.5.8';

/** Tells clients that the one broker with its one partition is there. */
export const topology: UnaryRpc = {
  kind: 'unary',
  name: 'Topology',
  async handle(context) {
    const partition = { partitionId: 1, role: 'LEADER', health: 'HEALTHY' };
    const broker = {
      nodeId: 0,
      host: context.host,
      port: context.port(),
      partitions: [partition],
      version: GATEWAY_VERSION,
    };
    const response = {
      brokers: [broker],
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: GATEWAY_VERSION,
    };
    return { ok: true, response };
  },
};
