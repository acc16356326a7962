import { status } from '@grpc/grpc-js';
import type { RpcStatus } from './status.ts';

const PARTITION_BITS = 51n;
const PARTITION_ID = 1n;

/** A key belongs to a partition; a command for a partition that does not exist is unavailable. */
export function checkKey(key: string): RpcStatus | undefined {
  const value = BigInt(key);
  const partition = value < 0n ? -1n : value >> PARTITION_BITS;
  if (partition === PARTITION_ID) return undefined;
  return {
    code: status.UNAVAILABLE,
    details:
      `Expected to execute command on partition ${partition}, ` +
      'but either it does not exist, or the gateway is not yet aware of it',
  };
}
