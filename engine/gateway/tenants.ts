import { invalidRequest, type RpcStatus } from './status.ts';

/** The only tenant of this engine. */
export const DEFAULT_TENANT = '<default>';

/** Refuses any tenant but the default one, because multi-tenancy is off. */
export function checkTenant(rpc: string, tenantId: string): RpcStatus | undefined {
  if (tenantId === '' || tenantId === DEFAULT_TENANT) return undefined;
  return invalidRequest(
    `Expected to handle gRPC request ${rpc} with tenant identifier '${tenantId}', ` +
      'but multi-tenancy is disabled',
  );
}

/** The same for a call that names several tenants. */
export function checkTenants(rpc: string, tenantIds: readonly string[]): RpcStatus | undefined {
  for (const tenantId of tenantIds) {
    const refused = checkTenant(rpc, tenantId);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
