import type { DecisionRow, RequirementsRow } from '../../store/port.ts';
import type { Batch } from '../batch.ts';
import type { ParsedDecisions } from '../deployment-files.ts';
import type { DeployedDecision, DeployedRequirements } from '../requests.ts';

/** What a DMN file has become. */
export interface DecisionsDeployed {
  readonly requirements: DeployedRequirements;
  readonly decisions: readonly DeployedDecision[];
}

/** Deploys a DMN file, unless it and all its decisions are the latest version already. */
export function deployDecisions(batch: Batch, file: ParsedDecisions): DecisionsDeployed {
  const { decisions, keys } = batch.context;
  const latest = decisions.latestRequirements(file.drg.id);
  const known = latest === undefined ? undefined : unchanged(batch, file, latest);
  if (latest !== undefined && known !== undefined) return deployed(batch, latest, known);
  const requirements: RequirementsRow = {
    key: keys.next(),
    requirementsId: file.drg.id,
    name: file.drg.name,
    version: (latest?.version ?? 0) + 1,
    resourceName: file.name,
    checksum: file.checksum,
    resource: file.text,
  };
  const rows: DecisionRow[] = [...file.drg.decisions.values()].map(({ id, name }) => ({
    key: keys.next(),
    decisionId: id,
    name,
    version: (decisions.latest(id)?.version ?? 0) + 1,
    requirementsKey: requirements.key,
  }));
  batch.add('requirements', requirements);
  for (const row of rows) batch.add('decision', row);
  decisions.add(requirements, rows);
  return deployed(batch, requirements, rows);
}

/** The decisions of the latest version, when the file is the same and none has moved elsewhere. */
function unchanged(
  batch: Batch,
  { name, checksum, drg }: ParsedDecisions,
  latest: RequirementsRow,
): readonly DecisionRow[] | undefined {
  if (latest.checksum !== checksum || latest.resourceName !== name) return undefined;
  const rows: DecisionRow[] = [];
  for (const decisionId of drg.decisions.keys()) {
    const row = batch.context.decisions.latest(decisionId);
    if (row?.requirementsKey !== latest.key) return undefined;
    rows.push(row);
  }
  return rows;
}

function deployed(
  batch: Batch,
  row: RequirementsRow,
  decisions: readonly DecisionRow[],
): DecisionsDeployed {
  return {
    requirements: {
      kind: 'decision_requirements',
      decisionRequirementsId: row.requirementsId,
      decisionRequirementsName: row.name,
      version: row.version,
      decisionRequirementsKey: row.key,
      resourceName: row.resourceName,
    },
    decisions: decisions.map((decision) => deployedDecision(batch, decision)),
  };
}

/** A version of a decision, as the gateway tells it. */
export function deployedDecision(batch: Batch, row: DecisionRow): DeployedDecision {
  const requirements = batch.context.decisions.requirements(row.requirementsKey);
  return {
    kind: 'decision',
    decisionId: row.decisionId,
    decisionName: row.name,
    version: row.version,
    decisionKey: row.key,
    decisionRequirementsId: requirements?.requirementsId ?? '',
    decisionRequirementsKey: row.requirementsKey,
  };
}
