import { outcome, type UnaryRpc } from '../rpc.ts';
import { DEFAULT_TENANT } from '../tenants.ts';

interface DeployProcessRequest {
  readonly processes: readonly { readonly name: string; readonly definition: Uint8Array }[];
}

/** The older form of DeployResource, for processes only; old clients still use it. */
export const deployProcess: UnaryRpc<DeployProcessRequest> = {
  kind: 'unary',
  name: 'DeployProcess',
  async handle(context, request) {
    const resources = request.processes.map(({ name, definition }) => ({
      name,
      content: definition,
    }));
    const reply = await context.broker.execute('deploy_resources', { resources });
    return outcome('CREATE', reply, (deployment) => ({
      key: deployment.key,
      processes: deployment.deployed
        .filter((deployed) => deployed.kind === 'process')
        .map(({ kind: _, ...process }) => ({ ...process, tenantId: DEFAULT_TENANT })),
    }));
  },
};
