import type { ProcessGraph } from '../../core/model/graph.ts';
import { success } from '../../core/records/index.ts';
import type { ProcessRow } from '../../store/port.ts';
import type { Batch } from '../batch.ts';
import { type ParsedDecisions, type ParsedProcesses, parseFiles } from '../deployment-files.ts';
import { type Reply, refuse } from '../reply.ts';
import type { DeployedProcess } from '../requests.ts';
import { type FirstStart, firstStarts, replaceStartTimers } from '../start-timers.ts';
import { deployDecisions } from './deploy-decisions.ts';
import type { Handler } from './handler.ts';

/** Deploys files, all or none; a file that is the latest version already stays that version. */
export const deployResources: Handler<'deploy_resources'> = {
  async run(batch, { resources }) {
    const parsed = await parseFiles(resources);
    if (!parsed.ok) return parsed;
    const planned = planProcesses(batch, parsed.value);
    if (!planned.ok) return planned;
    const key = batch.context.keys.next();
    const processes: DeployedProcess[] = [];
    for (const plan of planned.value) processes.push(await deployProcess(batch, plan));
    const decisions = parsed.value
      .filter((file) => file.kind === 'decisions')
      .map((file) => deployDecisions(batch, file));
    const deployed = [
      ...processes,
      ...decisions.flatMap((file) => file.decisions),
      ...decisions.map((file) => file.requirements),
    ];
    batch.log(key, 'deploy_resources', deployed);
    return success({ key, deployed });
  },
};

/** A process with all that can fail about it done: a deployment changes everything or nothing. */
interface Plan {
  readonly file: ParsedProcesses;
  readonly graph: ProcessGraph;
  readonly starts: readonly FirstStart[];
}

function planProcesses(
  batch: Batch,
  files: readonly (ParsedProcesses | ParsedDecisions)[],
): Reply<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const file of files) {
    if (file.kind !== 'processes') continue;
    for (const graph of file.graphs) {
      const starts = firstStarts(batch, graph);
      if (!starts.ok) return refuse('processing_error', `'${file.name}': ${starts.problem}`);
      plans.push({ file, graph, starts: starts.value });
    }
  }
  return success(plans);
}

async function deployProcess(
  batch: Batch,
  { file, graph, starts }: Plan,
): Promise<DeployedProcess> {
  const { processes, keys } = batch.context;
  const latest = processes.latest(graph.bpmnProcessId);
  if (latest?.checksum === file.checksum && latest.resourceName === file.name) {
    return deployedProcess(latest);
  }
  const row: ProcessRow = {
    key: keys.next(),
    bpmnProcessId: graph.bpmnProcessId,
    version: (latest?.version ?? 0) + 1,
    resourceName: file.name,
    checksum: file.checksum,
    resource: file.text,
    messageStarts: JSON.stringify(graph.messageStarts),
  };
  batch.add('process', row);
  processes.add(row);
  await replaceStartTimers(batch, { previous: latest?.key, next: row.key }, starts);
  return deployedProcess(row);
}

function deployedProcess(row: ProcessRow): DeployedProcess {
  return {
    kind: 'process',
    bpmnProcessId: row.bpmnProcessId,
    version: row.version,
    processDefinitionKey: row.key,
    resourceName: row.resourceName,
  };
}
