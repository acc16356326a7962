import type { Deployment } from '../../broker/requests.ts';
import { failed, outcome, type UnaryRpc } from '../rpc.ts';
import { checkTenant, DEFAULT_TENANT } from '../tenants.ts';

interface DeployResourceRequest {
  readonly resources: readonly { readonly name: string; readonly content: Uint8Array }[];
  readonly tenantId: string;
}

/** Deploys processes and decisions, all or none. */
export const deployResource: UnaryRpc<DeployResourceRequest> = {
  kind: 'unary',
  name: 'DeployResource',
  async handle(context, request) {
    const refused = checkTenant('DeployResource', request.tenantId);
    if (refused !== undefined) return failed(refused);
    const { resources } = request;
    const reply = await context.broker.execute('deploy_resources', { resources });
    return outcome('CREATE', reply, (deployment) => ({
      key: deployment.key,
      deployments: deployment.deployed.map(metadata),
      tenantId: DEFAULT_TENANT,
    }));
  },
};

function metadata(deployed: Deployment['deployed'][number]): object {
  const tenantId = DEFAULT_TENANT;
  switch (deployed.kind) {
    case 'process': {
      const { kind: _, ...process } = deployed;
      return { process: { ...process, tenantId } };
    }
    case 'decision':
      return {
        decision: {
          dmnDecisionId: deployed.decisionId,
          dmnDecisionName: deployed.decisionName,
          version: deployed.version,
          decisionKey: deployed.decisionKey,
          dmnDecisionRequirementsId: deployed.decisionRequirementsId,
          decisionRequirementsKey: deployed.decisionRequirementsKey,
          tenantId,
        },
      };
    case 'decision_requirements':
      return {
        decisionRequirements: {
          dmnDecisionRequirementsId: deployed.decisionRequirementsId,
          dmnDecisionRequirementsName: deployed.decisionRequirementsName,
          version: deployed.version,
          decisionRequirementsKey: deployed.decisionRequirementsKey,
          resourceName: deployed.resourceName,
          tenantId,
        },
      };
    default:
      return deployed satisfies never;
  }
}
